/** The form of intents files. Intents and entities are checked one by one, so that one wrong hides no other. */
import { z } from 'zod';
import { duration } from '../../files/duration.ts';

const text = z.string().min(1);
const name = z
  .string()
  .regex(/^[\p{L}][\p{L}\p{N}_-]*(?:\.[\p{L}\p{N}_-]+)*$/u, 'must be a name of letters, digits, -, _ and dots');
const button = z.union([
  text,
  z.strictObject({ value: text, title: text.optional() }),
  z.strictObject({ title: text, url: text }),
]);
const texts = z.union([text, z.array(text).min(1)]);

export const intentsFile = z.strictObject({
  intents: z.record(name, z.unknown()).optional(),
  entities: z.record(name, z.unknown()).optional(),
});

/**
 * `about` is what "did you mean …?" shows; `not` are phrases that must not be taken for the intent; `answer` is a short answer that needs no dialog;
 * `small_talk` marks courtesy.
 */
export const intentSchema = z.strictObject({
  about: text.optional(),
  examples: z.array(text).optional(),
  not: z.array(text).optional(),
  /** courtesy, which solves nothing: counts as no issue */
  small_talk: z.boolean().optional(),
  /** intents of one family are about one kind of issue; the first part of the name where it is left out */
  family: name.optional(),
  /** asked anew each time, such as opening hours: it chains only on an equal key within a day, or on "still not" */
  repeatable: z.boolean().optional(),
  /** how long the customer may come back with the same issue; 7d where it is left out */
  window: duration.optional(),
  answer: z.union([texts, z.strictObject({ text: texts, buttons: z.array(button).min(1).optional() })]).optional(),
});
export type IntentHead = z.infer<typeof intentSchema>;

/** A pattern, or values with their synonyms; `fuzzy` forgives small typos. */
export const entitySchema = z.union([
  z.strictObject({ pattern: text }),
  z.strictObject({ list: z.record(text, z.array(text).nullable()), fuzzy: z.boolean().optional() }),
]);
