/** Goods on their way back. */
import { z } from 'touchpoint/actions';
import { askWhether } from './shop/ask-whether.ts';
import { changeOrder } from './shop/change-order.ts';
import { orderPath } from './shop/order-path.ts';
import { orderRef } from './shop/shapes.ts';

/** A label to send goods back with; who asks twice gets the same one. */
export const create = changeOrder({
  part: 'returns',
  input: orderRef.extend({ reason: z.string() }),
  output: z.object({ id: z.string(), labelUrl: z.string(), sendBy: z.string() }),
});

/** Has a return been started for this order? */
export const exists = askWhether({
  input: orderRef,
  pathOf: ({ number }) => orderPath(number, 'returning'),
  key: 'returning',
});
