/** What a test expects of the whole conversation, as a schema. */
import { z } from 'zod';
import { outcomeStates } from '../../../measurement/outcome/outcome-states.ts';

const name = z.string().min(1);
const names = z.union([name, z.array(name).min(1)]);
const plain = z.union([z.string(), z.number(), z.boolean()]);
/** A number, or its limits. */
const limits = z.union([
  z.number().nonnegative(),
  z.strictObject({ at_most: z.number().nonnegative().optional(), at_least: z.number().nonnegative().optional() }),
]);
const handoff = z.union([
  z.boolean(),
  name,
  z.strictObject({
    team: name.optional(),
    reason: name.optional(),
    by: z.enum(['customer', 'dialog', 'rule']).optional(),
  }),
]);
/** How often an action is called, or what it is given: once, or at each call. */
const called = z.union([
  z.number().int().nonnegative(),
  z.boolean(),
  z.record(z.string(), z.json()),
  z.array(z.json()),
]);
const texts = z.union([plain, z.array(plain).min(1)]);

export const expectSchema = z.strictObject({
  goal: names.optional(),
  goal_failed: names.optional(),
  outcome: z.enum(outcomeStates).optional(),
  effort: limits.optional(),
  turns: limits.optional(),
  handoff: handoff.optional(),
  promise: z.union([z.boolean(), name]).optional(),
  slots: z.record(z.string(), z.json()).optional(),
  calls: z.record(z.string(), called).optional(),
  says: texts.optional(),
  never_says: texts.optional(),
  happens: names.optional(),
  never: names.optional(),
  language: name.optional(),
});
export type Expect = z.infer<typeof expectSchema>;
export type Limits = z.infer<typeof limits>;
