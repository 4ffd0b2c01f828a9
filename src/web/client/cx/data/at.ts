/** Reads parts of the server's JSON by their dotted names: the names the CSV and the API use. What is missing counts as not measured. */
import { type Fields, fieldsOf, listOf, numberOf, textOf } from '../../json/fields.ts';

/** A share or a quantity with its 95 % interval, or the reason why there is none. */
export type Figure =
  | { readonly kind: 'known'; readonly value: number; readonly low: number; readonly high: number; readonly n: number }
  | { readonly kind: 'too_few'; readonly n: number }
  | { readonly kind: 'no_data' };

/** `undefined` where nothing stands under the name. */
export function at(fields: Fields, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((part, name) => (Array.isArray(part) ? part[Number(name)] : fieldsOf(part)[name]), fields);
}

export function fieldsAt(fields: Fields, path: string): Fields {
  return fieldsOf(at(fields, path));
}

/** The entries of a list as fields. */
export function rowsAt(fields: Fields, path: string): readonly Fields[] {
  return listOf(at(fields, path)).map(fieldsOf);
}

export function textAt(fields: Fields, path: string): string {
  return textOf(at(fields, path));
}

/** `undefined` where it was not measured. */
export function numberAt(fields: Fields, path: string): number | undefined {
  return numberOf(at(fields, path));
}

/** A count; 0 where it is missing. */
export function countAt(fields: Fields, path: string): number {
  return numberAt(fields, path) ?? 0;
}

export function figureAt(fields: Fields, path: string): Figure {
  const found = fieldsAt(fields, path);
  const n = countAt(found, 'n');
  if (found['kind'] === 'too_few') return { kind: 'too_few', n };
  const [value, low, high] = ['value', 'low', 'high'].map((name) => numberAt(found, name));
  return value === undefined || low === undefined || high === undefined
    ? { kind: 'no_data' }
    : { kind: 'known', value, low, high, n };
}
