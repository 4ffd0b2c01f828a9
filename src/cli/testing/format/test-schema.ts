/** The form of `dialogs/tests/*.test.yaml`, as schemas. Names are checked apart, where the bot is known. */
import { z } from 'zod';
import { duration } from '../../../files/duration.ts';
import { expectSchema } from './expect-schema.ts';

/** What a person writes: a text; a bare number or true is the text it is written as. */
const said = z.union([z.string().min(1), z.number(), z.boolean()]);

const customer = z.union([said, z.strictObject({ picks: said })]);

/** What the business tells, with the values for the dialog that begins with it. */
const notice = z.union([
  z.string().min(1),
  z.strictObject({ name: z.string().min(1), with: z.record(z.string(), z.json()).optional() }),
]);

const botWish = z.union([
  said,
  z.strictObject({
    says: said.optional(),
    asks: z.string().min(1).optional(),
    again: z.enum(['again', 'invalid', 'resumed']).optional(),
    choices: z.array(said).optional(),
    from: z.string().min(1).optional(),
    handoff: z.union([z.literal(true), z.string().min(1)]).optional(),
    goal: z.string().min(1).optional(),
    promise: z.union([z.literal(true), z.string().min(1)]).optional(),
  }),
]);
export type BotWishSource = z.infer<typeof botWish>;

export const lineSchema = z.strictObject({
  customer: customer.optional(),
  meanwhile: z.boolean().optional(),
  intent: z.string().min(1).optional(),
  bot: z.union([botWish, z.array(botWish)]).optional(),
  notice: notice.optional(),
  expect: expectSchema.optional(),
  after: duration.optional(),
});
export type LineSource = z.infer<typeof lineSchema>;

const opening = {
  about: z.string().min(1).optional(),
  locale: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as en or pt-BR')
    .optional(),
  channel: z.string().min(1).optional(),
  entry: z.string().min(1).optional(),
  now: z
    .string()
    .regex(
      /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?$/,
      'must be a time such as 2026-03-18T11:00, or with a zone, 2026-03-18T10:00Z',
    )
    .optional(),
  stub: z.record(z.string(), z.json()).optional(),
};

export const testSchema = z.strictObject({
  test: z.string().min(1),
  ...opening,
  /** checked one by one */
  talk: z.array(z.unknown()).min(1),
  expect: expectSchema.optional(),
});

/** `stubs.yaml`: what all tests of its folder begin with. */
export const sharedSchema = z.strictObject(opening);
export type SharedSource = z.infer<typeof sharedSchema>;

const answer = {
  gives: z.json().optional(),
  fails: z.union([z.literal(true), z.enum(['error', 'timeout', 'unknown', 'refused'])]).optional(),
  hangs: z.literal(true).optional(),
  after: duration.optional(),
  calls: z.array(z.json()).min(1).optional(),
};

/** An action's answer that is more than a value. */
export const answerSchema = z.strictObject({
  ...answer,
  cases: z
    .array(z.strictObject({ when: z.record(z.string(), z.json()).optional(), ...answer }))
    .min(1)
    .optional(),
});
export type AnswerSource = z.infer<typeof answerSchema>;
