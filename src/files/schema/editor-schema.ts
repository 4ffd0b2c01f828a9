/**
 * Makes a JSON Schema for editors of the schema that checks a file: with words for people at every key, and the names a bot has where names are due.
 * Names are offered, not demanded: an editor may hold an older schema than the files it shows, and whether a name exists is said by `check`.
 */
import { z } from 'zod';
import { duration } from '../duration.ts';

/** What a value names, so that an editor can offer what there is. */
export type NameKind =
  | 'actions'
  | 'dialogs'
  | 'intents'
  | 'owners'
  | 'services'
  | 'slots'
  | 'stages'
  | 'steps'
  | 'teams'
  | 'types';

/** The names a bot has, each with what it is for (empty: nobody says). */
export type EditorNames = { readonly [kind in NameKind]: ReadonlyMap<string, string> };

/** Words for the key at a dotted path below the schema, such as `goal.verify.by`; a list's items have the path of the list. */
export type Words = { readonly [path: string]: Word };

/** @property about what the key is for, in a sentence or two */
export type Word = { readonly about: string; readonly names?: NameKind };

/** A JSON Schema of draft 7. */
export type JsonSchema = { readonly [keyword: string]: unknown };

export type EditorPart = {
  readonly schema: z.core.$ZodType;
  readonly words: Words;
  /** schemas that stand elsewhere in the document, by the name of their definition */
  readonly shared?: ReadonlyMap<z.core.$ZodType, string>;
};

const durationForm = String.raw`^\d+(\.\d+)?(ms|s|m|h|d|w)$`;

export function editorSchema({ schema, words, shared }: EditorPart, names: EditorNames): JsonSchema {
  const {
    $schema: _,
    definitions: __,
    ...plain
  } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      const name = shared?.get(zodSchema);
      if (name !== undefined) replace(jsonSchema, refTo(name));
      if (zodSchema === duration) jsonSchema.pattern = durationForm;
    },
  });
  return describe(plain, { path: '', words, names });
}

export const draft = 'http://json-schema.org/draft-07/schema#';

export function refTo(definition: string): JsonSchema {
  return { $ref: `#/definitions/${definition}` };
}

/** A text that should be one of these names. */
function nameSchema(known: ReadonlyMap<string, string>): JsonSchema {
  const offered = [...known].map(([name, about]) => ({ const: name, ...(about === '' ? {} : { description: about }) }));
  return { anyOf: [...offered, { type: 'string', minLength: 1 }] };
}

/** Says what stands inside a property that a schema leaves open, because it is checked apart. */
export function withInner(schema: JsonSchema, key: string, inner: JsonSchema): JsonSchema {
  const properties = isSchema(schema['properties']) ? schema['properties'] : {};
  const property = isSchema(properties[key]) ? properties[key] : {};
  return { ...schema, properties: { ...properties, [key]: { ...property, ...inner } } };
}

function replace(target: Record<string, unknown>, by: JsonSchema): void {
  for (const key of Object.keys(target)) delete target[key];
  Object.assign(target, by);
}

type Describing = { readonly path: string; readonly words: Words; readonly names: EditorNames };

function describe(schema: unknown, at: Describing): JsonSchema {
  if (!isSchema(schema)) return {};
  const reference = referenceOf(schema);
  const word = at.words[at.path];
  if (reference !== undefined) return reference.startsWith('#/definitions/__') ? {} : { $ref: reference };
  if (schema['type'] === 'string' && word?.names) return nameSchema(at.names[word.names]);
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, inside(key, value, at)]));
}

/** The one definition a schema stands for; those zod makes by itself (of values that may be anything) begin with two underscores. */
function referenceOf({ $ref, allOf }: JsonSchema): string | undefined {
  if (typeof $ref === 'string') return $ref;
  const only: unknown = Array.isArray(allOf) && allOf.length === 1 ? allOf[0] : undefined;
  return isSchema(only) ? referenceOf(only) : undefined;
}

function inside(key: string, value: unknown, at: Describing): unknown {
  if (key === 'properties' && isSchema(value)) return propertiesOf(value, at);
  if (key === 'items' || key === 'additionalProperties') return isSchema(value) ? describe(value, at) : value;
  return key === 'anyOf' && Array.isArray(value) ? value.map((one) => describe(one, at)) : value;
}

function propertiesOf(properties: JsonSchema, at: Describing): JsonSchema {
  const entries = Object.entries(properties).map(([name, schema]) => {
    const path = at.path === '' ? name : `${at.path}.${name}`;
    return [name, withWords(describe(schema, { ...at, path }), at.words[path])];
  });
  return Object.fromEntries(entries);
}

/** What stands beside a reference is not read in draft 7. */
function withWords(schema: JsonSchema, word: Word | undefined): JsonSchema {
  if (!word) return schema;
  return '$ref' in schema ? { description: word.about, allOf: [schema] } : { description: word.about, ...schema };
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
