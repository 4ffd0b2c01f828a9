/** Makes values of any form that an event's schema allows, by way of its JSON Schema. */
import fc, { type Arbitrary } from 'fast-check';
import { z } from 'zod';

type Form = z.infer<typeof form>;
const form = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  const: z.string().optional(),
  enum: z.array(z.string()).optional(),
  $ref: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  required: z.array(z.string()).optional(),
  get anyOf() {
    return z.array(form).optional();
  },
  get items() {
    return form.optional();
  },
  get properties() {
    return z.record(z.string(), form).optional();
  },
});

/** @throws Error for a kind of schema that no event uses yet */
export function arbitraryOf(schema: z.ZodType): Arbitrary<unknown> {
  return valuesOf(form.parse(z.toJSONSchema(schema)));
}

function valuesOf(wanted: Form): Arbitrary<unknown> {
  if (wanted.const !== undefined) return fc.constant(wanted.const);
  if (wanted.enum) return fc.constantFrom(...wanted.enum);
  if (wanted.anyOf) return fc.oneof(...wanted.anyOf.map(valuesOf));
  // The only recursive form is JSON itself. A key named __proto__ is left out on purpose when it is read, and JSON
  // knows no -0: a value is taken as it is once it has been written.
  if (wanted.$ref)
    return fc
      .jsonValue()
      .map(written)
      .filter((json) => !JSON.stringify(json).includes('__proto__'));
  if (Array.isArray(wanted.type)) return fc.oneof(...wanted.type.map((type) => ofType({ ...wanted, type })));
  return ofType(wanted);
}

function ofType(wanted: Form): Arbitrary<unknown> {
  switch (wanted.type) {
    case 'string':
      return fc.string({ minLength: 1, unit: 'grapheme' });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'integer':
      return fc.integer({ min: whole(wanted), max: Math.min(wanted.maximum ?? 1e9, 1e9) });
    case 'number':
      return fc
        .integer({ min: 1, max: 1000 })
        .map((n) => (wanted.maximum === undefined ? n / 4 : (n / 1000) * wanted.maximum));
    case 'array':
      return fc.array(valuesOf(wanted.items ?? {}), { maxLength: 3 });
    case 'object':
      return ofObject(wanted);
    default:
      throw new Error(`no values are known for ${JSON.stringify(wanted)}`);
  }
}

function whole({ minimum, exclusiveMinimum }: Form): number {
  if (exclusiveMinimum !== undefined) return exclusiveMinimum + 1;
  return Math.max(minimum ?? -1e9, -1e9);
}

function ofObject({ properties = {}, required = [] }: Form): Arbitrary<unknown> {
  const entries = Object.entries(properties).map(([name, one]) => [name, valuesOf(one)] as const);
  return fc.record(Object.fromEntries(entries), { requiredKeys: [...required] });
}

function written(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
