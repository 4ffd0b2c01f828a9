/** The head of a dialog and its slots, as schemas. */
import { z } from 'zod';
import { duration } from '../../../files/duration.ts';
import { dialogName, expression, expressions, options, steps, text, texts } from './pieces.ts';

/** `false`: there is nothing that could be looked up later. */
const verify = z.union([
  z.literal(false),
  z.strictObject({ by: z.string().min(1), with: expressions.optional(), within: duration }),
]);

export const dialogSchema = z.strictObject({
  dialog: dialogName,
  about: text.optional(),
  stage: z.string().min(1).optional(),
  start: z
    .strictObject({
      intents: z.array(z.string().min(1)).optional(),
      /** what the business tells: the dialog begins from its side */
      notice: z.string().min(1).optional(),
      /** `on.silence`: after how long */
      silence: duration.optional(),
    })
    .optional(),
  expect: z.strictObject({ turns: z.number().positive().optional(), time: duration.optional() }).optional(),
  owner: z.string().min(1).optional(),
  goal: z.strictObject({ name: z.string().min(1), verify: verify.optional() }).optional(),
  authenticates: z.boolean().optional(),
  /** what a `call` with `save` gets */
  returns: expressions.optional(),
  /** checked one by one */
  slots: z.record(z.string(), z.unknown()).optional(),
  steps: z.array(z.unknown()),
});
export type DialogHead = z.infer<typeof dialogSchema>;

export const slotSchema = z.strictObject({
  type: z.string().min(1),
  ask: texts.optional(),
  again: texts.optional(),
  invalid: text.optional(),
  known: expression.optional(),
  check: z.strictObject({ do: z.string().min(1), with: expressions.optional() }).optional(),
  attempts: z.number().int().min(1).max(10).optional(),
  otherwise: steps.optional(),
  options: options.optional(),
  shared: z.boolean().optional(),
  sensitive: z.boolean().optional(),
});
export type SlotHead = z.infer<typeof slotSchema>;
