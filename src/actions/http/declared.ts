/** The types `actions.yaml` declares, as schemas: inputs by name, and the result. */
import { z } from 'zod';
import { type Value, value } from '../../events/understood.ts';
import type { ResultSource } from './http-schema.ts';

/** What an action takes. A text may be given as a number. */
export function inputSchema(types: Readonly<Record<string, string>>): z.ZodType<Record<string, Value>> {
  const shape = Object.fromEntries(Object.entries(types).map(([name, type]) => [name, typeNamed(type)]));
  return z
    .object(shape)
    .transform((given) => Object.fromEntries(Object.entries(given).map(([name, one]) => [name, one ?? null])));
}

/** What an action gives; fields that are not declared are let through and cannot be used. */
export function resultSchema(source: ResultSource | undefined): z.ZodType<Value | undefined> {
  if (source === undefined) return value;
  if (typeof source === 'string') return typeNamed(source);
  if (Array.isArray(source))
    return z.array(
      resultSchema(source[0]).transform((one) => one ?? null),
      { error: 'a list is needed' },
    );
  const shape = Object.fromEntries(Object.entries(source).map(([name, one]) => [name, resultSchema(one)]));
  return z.object(shape, { error: 'a map is needed' }).transform(withNulls);
}

function withNulls(given: Readonly<Record<string, Value | undefined>>): Value {
  return Object.fromEntries(Object.entries(given).map(([name, one]) => [name, one ?? null]));
}

function typeNamed(type: string): z.ZodType<Value | undefined> {
  const plain = plainType(type.replace('?', ''));
  return type.endsWith('?') ? plain.nullish() : plain;
}

function plainType(type: string): z.ZodType<Value> {
  if (type.includes('|')) return z.enum(type.split('|'), { error: `one of ${type.replaceAll('|', ', ')} is needed` });
  if (type === 'text') return z.union([z.string(), z.number().transform(String)], { error: 'a text is needed' });
  if (type === 'number') return z.number({ error: 'a number is needed' });
  if (type === 'yes_no') return z.boolean({ error: 'yes or no is needed' });
  if (type === 'list') return z.array(value, { error: 'a list is needed' });
  if (type === 'map') return z.record(z.string(), value, { error: 'a map is needed' });
  return value.refine((one) => one !== null, 'a value is needed');
}
