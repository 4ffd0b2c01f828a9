/**
 * What tells one issue of a customer from another: the number of a parcel, of an order. Kept as a hash of 16 bits, salted with the customer's random id:
 * enough to see that two numbers differ, and far too short to find the number again (a thousand others have the same).
 */
import { createHash } from 'node:crypto';
import type { Entity, Value } from '../../../events/understood.ts';
import type { Program } from '../../program.ts';

/** Keys of the values in a message, each once, sorted. Only types the bot declares as patterns tell issues apart. */
export function keysOf(
  { issues: { keyTypes } }: Pick<Program, 'issues'>,
  customer: string,
  entities: readonly Entity[],
): readonly string[] {
  const keys = entities.filter(({ type }) => keyTypes.has(type)).map(({ type, value }) => keyOf(customer, type, value));
  return [...new Set(keys)].sort();
}

function keyOf(customer: string, type: string, value: Value): string {
  const plain = JSON.stringify(value)
    .toLowerCase()
    .replace(/[\s-]+/g, '');
  return `${type}:${createHash('sha256').update(`${customer}\0${type}\0${plain}`).digest('hex').slice(0, 4)}`;
}

/** A key of one type differs, and none of that type is shared: two parcels. */
export function differ(one: readonly string[], other: readonly string[]): boolean {
  return one.some((key) => {
    const same = other.filter((candidate) => typeOf(candidate) === typeOf(key));
    return same.length > 0 && !same.some((candidate) => one.includes(candidate));
  });
}

export function shareKey(one: readonly string[], other: readonly string[]): boolean {
  return one.some((key) => other.includes(key));
}

function typeOf(key: string): string {
  return key.slice(0, key.lastIndexOf(':'));
}
