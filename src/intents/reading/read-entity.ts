import type { Problem } from '../../errors/problem.ts';
import { checkShape } from '../../files/check-shape.ts';
import { isSlowPattern } from '../../files/patterns/is-slow-pattern.ts';
import type { YamlDocument } from '../../files/yaml-document.ts';
import type { EntityDefinition, ListEntity } from '../entities/entity-definition.ts';
import { foldPhrase } from '../entities/list-finder.ts';
import { compilePattern } from '../patterns/compile-pattern.ts';
import { entitySchema } from './intents-schema.ts';

export type ReadEntity = { readonly definition: EntityDefinition | undefined; readonly problems: readonly Problem[] };

/** Reads one entity of a file. One that cannot be used safely is left out, with its problems. */
export function readEntity(document: YamlDocument, name: string, locale: string): ReadEntity {
  const at = ['entities', name];
  const { value: head, problems } = checkShape(document, entitySchema, at);
  if (!head) return { definition: undefined, problems };
  const common = { name, locale, where: document.placeOfKey(at) };
  if ('pattern' in head) {
    const faults = patternProblems(document, name, head.pattern);
    return {
      definition: faults.length > 0 ? undefined : { kind: 'pattern', ...common, pattern: head.pattern },
      problems: faults,
    };
  }
  const values = new Map(Object.entries(head.list).map(([key, synonyms]) => [key, synonyms ?? []]));
  const definition: ListEntity = { kind: 'list', ...common, values, fuzzy: head.fuzzy ?? false };
  return { definition, problems: sharedSynonyms(document, definition) };
}

function patternProblems(document: YamlDocument, name: string, pattern: string): readonly Problem[] {
  const fault = patternFault(pattern);
  if (!fault) return [];
  const [message, fix] = fault;
  const where = document.place(['entities', name, 'pattern']);
  return [{ ...where, code: 'ENTITY_PATTERN', severity: 'error', message: `the pattern of '${name}' ${message}`, fix }];
}

function patternFault(pattern: string): readonly [message: string, fix: string] | undefined {
  const expression = compilePattern(pattern);
  if (!(expression instanceof RegExp)) {
    return [
      `is no regular expression: ${expression.invalid.toLowerCase()}`,
      'close every bracket, and write \\ before a sign that is meant literally',
    ];
  }
  if (isSlowPattern(expression)) {
    return [
      'may take very long on some messages: it can read the same characters in several ways',
      'do not repeat what is already repeated, part neighbouring repeats by a fixed sign, or limit them as in \\d{1,20}',
    ];
  }
  return new RegExp(`^(?:${pattern})$`, expression.flags).test('')
    ? ['fits an empty text', 'ask for at least one character: write + instead of *']
    : undefined;
}

function sharedSynonyms(document: YamlDocument, { name, values, locale }: ListEntity): readonly Problem[] {
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [key, synonyms] of values) {
    for (const [i, synonym] of [key, ...synonyms].entries()) {
      const folded = foldPhrase(synonym, locale);
      const owner = owners.get(folded);
      if (owner === undefined) owners.set(folded, key);
      else if (owner !== key) problems.push(sharedSynonym({ document, name, key, owner, synonym, i }));
    }
  }
  return problems;
}

type Shared = {
  readonly document: YamlDocument;
  readonly name: string;
  readonly key: string;
  readonly owner: string;
  readonly synonym: string;
  readonly i: number;
};

function sharedSynonym({ document, name, key, owner, synonym, i }: Shared): Problem {
  const at = ['entities', name, 'list', key];
  return {
    ...(i === 0 ? document.placeOfKey(at) : document.place([...at, i - 1])),
    code: 'ENTITY_VALUE_TWICE',
    severity: 'warning',
    message: `'${synonym}' stands for '${owner}' already and will never mean '${key}'`,
    fix: `remove it from '${key}' or from '${owner}'`,
    related: [{ ...startOf(document.placeOfKey(['entities', name, 'list', owner])), message: `'${owner}' is here` }],
  };
}

function startOf({ file, line, column }: { readonly file: string; readonly line: number; readonly column: number }) {
  return { file, line, column };
}
