/**
 * Values while an expression runs: JSON, or `undefined` for an error (a division by zero, a text minus a number). Errors spread through operators
 * and become null at the end, so that evaluation never throws.
 */
import type { Value } from '../../events/understood.ts';
import type { Scope } from '../program.ts';

export type Result = Value | undefined;
export type Run = (scope: Scope) => Result;

export type ValueMap = { readonly [key: string]: Value };

export function isList(value: Result): value is readonly Value[] {
  return Array.isArray(value);
}

export function isMap(value: Result): value is ValueMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A key of a map or an item of a list; null where there is none, and of null itself. */
export function member(of: Result, key: Result): Result {
  if (of === undefined || key === undefined) return undefined;
  if (isList(of)) return typeof key === 'number' ? (of[key] ?? null) : null;
  if (isMap(of) && typeof key !== 'object') return Object.hasOwn(of, String(key)) ? (of[String(key)] ?? null) : null;
  return null;
}

/** Equality of JSON values; values of different types are different. */
export function isEqual(a: Value, b: Value): boolean {
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, n) => isEqual(item, b[n] ?? null));
  if (!isMap(a)) return a === b;
  const keys = Object.keys(a);
  return (
    isMap(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key] ?? null, b[key] ?? null))
  );
}

/** A number that JSON can hold, which knows no -0; an error otherwise. */
export function finite(value: number): Result {
  return Number.isFinite(value) ? value + 0 : undefined;
}
