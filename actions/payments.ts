/** Payments that did not go through. */
import { z } from 'touchpoint/actions';
import { changeOrder } from './shop/change-order.ts';
import { readOrder } from './shop/read-order.ts';
import { orderRef } from './shop/shapes.ts';

/** How an order was paid, or that it was not. */
export const get = readOrder(
  'payment',
  z.object({ method: z.string(), state: z.enum(['paid', 'failed']), amount: z.number(), currency: z.string() }),
);

/** A page on which the customer can pay again. */
export const retry = changeOrder({
  part: 'payment/retry',
  input: orderRef,
  output: z.object({ url: z.string(), validMinutes: z.number() }),
});
