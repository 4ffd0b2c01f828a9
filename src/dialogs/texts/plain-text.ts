import type { Value } from '../../events/understood.ts';
import type { Scope } from '../program.ts';

/** The value at a dotted path of a scope; null where there is none. */
export function valueAtPath(scope: Scope, path: string): Value {
  let value: Value = scope;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, key)) return null;
    value = Reflect.get(value, key);
  }
  return value;
}

/** A value as words: a list as an enumeration of the language, a map as nothing. */
export function plainText(value: Value, locale: string): string {
  if (value === null) return '';
  if (Array.isArray(value)) return enumerate(value, locale);
  return typeof value === 'object' ? '' : String(value);
}

function enumerate(items: readonly Value[], locale: string): string {
  return new Intl.ListFormat(locale).format(items.map((item) => plainText(item, locale)).filter(Boolean));
}
