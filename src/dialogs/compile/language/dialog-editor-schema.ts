/** The JSON Schema of dialog files, for editors. */
import {
  draft,
  type EditorNames,
  editorSchema,
  type JsonSchema,
  refTo,
  withInner,
} from '../../../files/schema/editor-schema.ts';
import { stepKinds } from '../reading/step-kinds.ts';
import type { StepKind } from '../steps/define-step.ts';
import { dialogSchema, slotSchema } from './dialog-schema.ts';
import { steps } from './pieces.ts';
import { everyStepWords, stepWords } from './step-words.ts';
import { dialogWords, slotWords } from './words.ts';

const shared = new Map([[steps, 'steps']]);

/** Accepts every dialog whose form `check` accepts, and refuses what it refuses; names and expressions are left to `check`. */
export function dialogEditorSchema(names: EditorNames): JsonSchema {
  const head = editorSchema({ schema: dialogSchema, words: dialogWords, shared }, names);
  return {
    $schema: draft,
    title: 'A dialog of this bot',
    ...withInner(withInner(head, 'steps', { items: refTo('step') }), 'slots', { additionalProperties: refTo('slot') }),
    definitions: {
      slot: editorSchema({ schema: slotSchema, words: slotWords, shared }, names),
      step: stepSchema(names),
      steps: { anyOf: [{ type: 'array', items: refTo('step') }, refTo('step')] },
    },
  };
}

/**
 * One map that knows the keys of all kinds, and then the form of its own kind: editors offer every kind where a step begins, and speak of the kind
 * that was chosen where one is wrong.
 */
function stepSchema(names: EditorNames): JsonSchema {
  const kinds = [...stepKinds].map(([name, kind]) => ({ name, kind, about: stepWords[name]?.about ?? '' }));
  const bare = kinds.filter(({ kind }) => kind.isBare).map(({ name, about }) => ({ const: name, description: about }));
  const forms = kinds.map(({ name, kind }) => when({ required: [name] }, formOf(name, kind, names)));
  const keys = Object.fromEntries(kinds.map(({ name, about }) => [name, { description: about }]));
  const hasNoKind = { not: { anyOf: kinds.map(({ name }) => ({ required: [name] })) } };
  const noKind = when(hasNoKind, { properties: { id: {}, ...keys }, additionalProperties: false, minProperties: 2 });
  const byKind = { type: 'object', allOf: [...forms, noKind, { properties: keys }] };
  return { anyOf: [byKind, ...bare] };
}

function when(test: JsonSchema, form: JsonSchema): JsonSchema {
  // biome-ignore lint/suspicious/noThenProperty: the word of JSON Schema
  return { if: test, then: form };
}

function formOf(name: string, kind: StepKind, names: EditorNames): JsonSchema {
  const { about = '', keys = {} } = stepWords[name] ?? {};
  const words = { ...everyStepWords, ...keys, [name]: { ...keys[name], about } };
  return editorSchema({ schema: kind.schema, words, shared }, names);
}
