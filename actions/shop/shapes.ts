/** Shapes that several actions take or give. */
import { z } from 'touchpoint/actions';

/** An order; with the customer's proof (postcode or e-mail address) it is found only when it is theirs. */
export const orderRef = z.object({ number: z.string(), proof: z.string().nullish() });
export type OrderRef = z.infer<typeof orderRef>;

/** Whether the shop's rules allow something; `reason` completes "…, because {reason}". */
export const verdict = z.object({ allowed: z.boolean(), code: z.string(), reason: z.string() });

/** Money that goes back, and the day it has arrived. */
export const moneyBack = z.object({
  ok: z.boolean(),
  amount: z.number(),
  currency: z.string(),
  arrivesBy: z.string(),
});

export const address = z.object({ street: z.string(), postcode: z.string(), city: z.string() });
