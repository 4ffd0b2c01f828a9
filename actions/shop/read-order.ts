import { defineAction, type z } from 'touchpoint/actions';
import { askShop } from './ask-shop.ts';
import { orderPath } from './order-path.ts';
import { orderRef } from './shapes.ts';

/** An action that reads one part of an order, as `refundable`. */
export function readOrder<T>(part: string, output: z.ZodType<T>) {
  return defineAction({
    input: orderRef,
    output,
    safe: true,
    timeout: '5s',
    retries: 2,
    run: ({ input: { number, proof }, ...context }) =>
      askShop(context, { path: orderPath(number, part), proof }, output),
  });
}
