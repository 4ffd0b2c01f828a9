/** Reads what a test expects of a conversation: names are checked, and patterns. */
import type { Path } from '../../../files/yaml-document.ts';
import type { Expected } from '../test.ts';
import type { Expect } from './expect-schema.ts';
import { known, lineOf, type Reading, wishAt } from './reading.ts';
import type { NameKind } from './test-names.ts';

export function readExpect(reading: Reading, path: Path, wishes: Expect): Expected {
  for (const [key, kind] of lists) checkNames(reading, [...path, key], { kind, source: wishes[key] });
  for (const [key, kind] of maps) checkKeys(reading, [...path, key], { kind, source: wishes[key] });
  for (const key of ['says', 'never_says'] as const) {
    const texts = wishes[key];
    if (Array.isArray(texts)) for (const [n, text] of texts.entries()) wishAt(reading, [...path, key, n], text);
    else if (texts !== undefined) wishAt(reading, [...path, key], texts);
  }
  return { wishes, lineOf: (inner) => lineOf(reading, [...path, ...inner]) };
}

const lists = [
  ['goal', 'goal'],
  ['goal_failed', 'goal'],
  ['happens', 'event'],
  ['never', 'event'],
] as const;

const maps = [
  ['slots', 'slot'],
  ['calls', 'action'],
] as const;

type Names<T> = { readonly kind: NameKind; readonly source: T };

function checkNames(
  reading: Reading,
  path: Path,
  { kind, source }: Names<string | readonly string[] | undefined>,
): void {
  if (typeof source === 'string') return known(reading, kind, { name: source, path });
  for (const [n, name] of (source ?? []).entries()) known(reading, kind, { name, path: [...path, n] });
}

function checkKeys(reading: Reading, path: Path, { kind, source }: Names<object | undefined>): void {
  for (const name of Object.keys(source ?? {})) known(reading, kind, { name, path: [...path, name], isKey: true });
}
