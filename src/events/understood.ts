import { z } from 'zod';

/** An intent with its calibrated probability, 0–1. */
export const candidate = z.strictObject({ intent: z.string(), score: z.number().min(0).max(1) });
export type Candidate = z.infer<typeof candidate>;

/** An intent with the part of the message that says it. Offsets count UTF-16 units, the end is exclusive. */
export type FoundIntent = Candidate & { readonly start: number; readonly end: number };

/** A value found in a text. Offsets count UTF-16 units, the end is exclusive; `value` is normalised. */
export type Entity = {
  readonly type: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly value: Value;
};

/** What a slot, an action's input or an action's result may hold: JSON. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
export const value: z.ZodType<Value> = z.json();

export const entity = z.strictObject({
  type: z.string(),
  text: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  value,
});

/**
 * What the classifier and the entity finders made of one customer turn.
 *
 * @property accepted the best intent when its score reaches the threshold, else `null` (out of scope or unclear)
 * @property candidates best first, five at most
 * @property intents all that is wanted, in the order in which it is said: more than one for several wishes in one message
 * @property language in which it is written, where that is another language of the bot than the conversation's
 * @property askedLanguage the customer asks to go on in this language (ISO 639-1), whether or not the bot speaks it
 */
export type Understood = {
  readonly model: string;
  readonly threshold: number;
  readonly accepted: string | null;
  readonly candidates: readonly Candidate[];
  readonly intents?: readonly FoundIntent[];
  readonly entities: readonly Entity[];
  readonly language?: string;
  readonly askedLanguage?: string;
};
