import { z } from 'zod';

/** @property path dotted; a list's items have the path of the list */
export type Key = { readonly path: string; readonly isNeeded: boolean };

/** Every key a schema knows, each before those inside it. */
export function keysOf(schema: z.core.$ZodType): readonly Key[] {
  const json: unknown = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const keys = within(json, '');
  return keys.filter(({ path }, n) => keys.findIndex((key) => key.path === path) === n);
}

function within(schema: unknown, path: string): readonly Key[] {
  if (!isMap(schema)) return [];
  const { properties, required, items, anyOf } = schema;
  const needed = Array.isArray(required) ? required : [];
  const own = Object.entries(isMap(properties) ? properties : {}).flatMap(([name, inner]) => {
    const at = path === '' ? name : `${path}.${name}`;
    return [{ path: at, isNeeded: needed.includes(name) }, ...within(inner, at)];
  });
  return [...own, ...within(items, path), ...(Array.isArray(anyOf) ? anyOf.flatMap((one) => within(one, path)) : [])];
}

function isMap(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
