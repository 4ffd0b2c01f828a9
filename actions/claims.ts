/** Goods that arrived damaged, incomplete, faulty or not at all. */
import { z } from 'touchpoint/actions';
import { askWhether } from './shop/ask-whether.ts';
import { changeOrder } from './shop/change-order.ts';
import { orderRef } from './shop/shapes.ts';

/** Opens a claim that a person answers by `answerBy`. */
export const create = changeOrder({
  part: 'claims',
  input: orderRef.extend({
    kind: z.enum(['damaged', 'missing', 'faulty', 'lost']),
    wants: z.enum(['replacement', 'refund']),
    text: z.string().nullish(),
  }),
  output: z.object({ id: z.string(), answerBy: z.string() }),
});

/** Is the claim on record? */
export const exists = askWhether({
  input: z.object({ id: z.string() }),
  pathOf: ({ id }) => `/claims/${encodeURIComponent(id)}/exists`,
  key: 'exists',
});
