/** What a schema says of the values it takes or gives, as far as expressions can use it. */
import { z } from 'zod';
import type { Shape } from '../dialogs/expressions/shape.ts';

const anything: Shape = { is: 'any' };

/**
 * The shape of a zod schema, by way of its JSON Schema.
 *
 * `side`: what is handed in, or what comes out where a schema transforms. What cannot be written as JSON Schema may be anything.
 */
export function shapeOfSchema(schema: z.ZodType, side: 'input' | 'output'): Shape {
  try {
    return shapeOf(z.toJSONSchema(schema, { io: side, unrepresentable: 'any' }), side, 0);
  } catch {
    return anything;
  }
}

/** Deeper than this nothing is checked: a schema may contain itself. */
const deepest = 8;

function shapeOf(schema: unknown, side: 'input' | 'output', depth: number): Shape {
  if (!isRecord(schema) || depth > deepest) return anything;
  const alternatives = [schema['anyOf'], schema['oneOf']].find(Array.isArray);
  if (alternatives)
    return onlyOne(
      alternatives.map((one: unknown) => shapeOf(one, side, depth + 1)),
      alternatives,
    );
  switch (typeIn(schema)) {
    case 'string':
      return textOf(schema);
    case 'number':
    case 'integer':
      return { is: 'number' };
    case 'boolean':
      return { is: 'yes/no' };
    case 'array':
      return { is: 'list', of: shapeOf(schema['items'], side, depth + 1) };
    case 'object':
      return mapOf(schema, side, depth);
    default:
      return anything;
  }
}

function textOf({ enum: given, const: only }: Readonly<Record<string, unknown>>): Shape {
  const texts = Array.isArray(given) ? given : [only];
  return texts.every((text) => typeof text === 'string') ? { is: 'text', oneOf: texts } : { is: 'text' };
}

/** `["number", "null"]` is a number that may be missing. */
function typeIn({ type }: Readonly<Record<string, unknown>>): unknown {
  if (!Array.isArray(type)) return type;
  const others = type.filter((one) => one !== 'null');
  return others.length === 1 ? others[0] : undefined;
}

/** A value that may also be null is of its one other kind. */
function onlyOne(shapes: readonly Shape[], schemas: readonly unknown[]): Shape {
  const [first, ...others] = shapes.filter((_, n) => !isNull(schemas[n]));
  const isSame = others.every((one) => JSON.stringify(one) === JSON.stringify(first));
  return first && isSame ? first : anything;
}

function isNull(schema: unknown): boolean {
  return isRecord(schema) && schema['type'] === 'null';
}

function mapOf(schema: Readonly<Record<string, unknown>>, side: 'input' | 'output', depth: number): Shape {
  const { properties, required, additionalProperties } = schema;
  const names = isRecord(properties) ? Object.entries(properties) : [];
  const fields = names.map(([name, one]) => [name, shapeOf(one, side, depth + 1)] as const);
  const needed = new Set(Array.isArray(required) ? required : []);
  const optional = names.filter(([name, one]) => !needed.has(name) || mayBeNull(one)).map(([name]) => name);
  const isOpen = names.length === 0 || (additionalProperties !== undefined && additionalProperties !== false);
  return { is: 'map', fields: Object.fromEntries(fields), optional, isOpen };
}

function mayBeNull(schema: unknown): boolean {
  if (!isRecord(schema)) return false;
  const { type, anyOf } = schema;
  return (Array.isArray(type) && type.includes('null')) || (Array.isArray(anyOf) && anyOf.some(isNull));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
