/** The form of `rules.yaml`: when the bot offers another way, or hands over to a person, by itself, in the same turn in which it goes wrong. */
import { z } from 'zod';

const team = z.string().min(1);

const rule = z
  .strictObject({
    rule: z.string().regex(/^[a-z][a-z0-9_-]*$/, 'must be a name of small letters, digits, - and _'),
    about: z.string().optional(),
    /** an expression over what the customer has borne so far */
    when: z.string().min(1),
    /** a person, or another dialog; a person where nothing else is said */
    offer: z.union([z.literal('person'), z.strictObject({ dialog: z.string() })]).optional(),
    /** a person takes over at once: as the step of dialogs; the reason is the name of the rule where none is given */
    handoff: z
      .union([team, z.strictObject({ team: team.optional(), reason: z.string().min(1).optional() })])
      .optional(),
    /** share of customers of whom nothing comes, so that it can be told what it brings; 0.1 of offers, nobody of handoffs */
    holdOut: z.number().min(0).max(0.5).optional(),
    /** nobody is held back from what is sensitive */
    sensitive: z.boolean().default(false),
  })
  .refine(({ offer, handoff }) => offer === undefined || handoff === undefined, {
    path: ['handoff'],
    error: 'must not stand beside offer: a rule either offers or hands over',
  });

export const rulesSchema = z.strictObject({ rules: z.array(rule) });
export type RuleShape = z.infer<typeof rule>;
