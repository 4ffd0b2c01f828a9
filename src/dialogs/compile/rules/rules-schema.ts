/** The form of `rules.yaml`: when the bot offers another way by itself, in the same turn in which it goes wrong. */
import { z } from 'zod';

const rule = z.strictObject({
  rule: z.string().regex(/^[a-z][a-z0-9_-]*$/, 'must be a name of small letters, digits, - and _'),
  about: z.string().optional(),
  /** an expression over what the customer has borne so far */
  when: z.string().min(1),
  /** a person, or another dialog */
  offer: z.union([z.literal('person'), z.strictObject({ dialog: z.string() })]).default('person'),
  /** share of customers who do not get the offer, so that it can be told what it brings */
  holdOut: z.number().min(0).max(0.5).default(0.1),
  /** nobody is held back from what is sensitive */
  sensitive: z.boolean().default(false),
});

export const rulesSchema = z.strictObject({ rules: z.array(rule) });
export type RuleShape = z.infer<typeof rule>;
