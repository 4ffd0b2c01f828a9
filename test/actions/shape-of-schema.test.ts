import { expect, it } from 'vitest';
import { z } from 'zod';
import { shapeOfSchema } from '../../src/actions/shape-of-schema.ts';

it('a schema says of its values what expressions can use', () => {
  const schema = z.object({
    allowed: z.boolean(),
    amount: z.number().nullable(),
    days: z.array(z.object({ day: z.string() })),
    note: z.string().optional(),
    kind: z.enum(['lost', 'faulty']),
    either: z.union([z.string(), z.number()]),
    when: z.date(),
  });
  expect(shapeOfSchema(schema, 'output')).toEqual({
    is: 'map',
    fields: {
      allowed: { is: 'yes/no' },
      amount: { is: 'number' },
      days: { is: 'list', of: { is: 'map', fields: { day: { is: 'text' } }, optional: [], isOpen: false } },
      note: { is: 'text' },
      kind: { is: 'text', oneOf: ['lost', 'faulty'] },
      either: { is: 'any' },
      when: { is: 'any' },
    },
    optional: ['amount', 'note'],
    isOpen: false,
  });
});

it('what takes more than it names is open, and what transforms is what comes out of it', () => {
  expect(shapeOfSchema(z.looseObject({ a: z.string() }), 'output')).toMatchObject({ isOpen: true });
  expect(shapeOfSchema(z.record(z.string(), z.number()), 'output')).toMatchObject({ is: 'map', isOpen: true });
  const counted = z.string().transform((text) => text.length);
  expect(shapeOfSchema(counted, 'input')).toEqual({ is: 'text' });
  expect(shapeOfSchema(counted, 'output')).toEqual({ is: 'any' });
});
