import type { z } from 'touchpoint/actions';
import { defineAction } from 'touchpoint/actions';
import type { Asked } from './ask-shop.ts';
import { askShop } from './ask-shop.ts';
import { orderPath } from './order-path.ts';
import type { OrderRef } from './shapes.ts';

type Change<I, O> = {
  readonly method?: 'POST' | 'PUT';
  readonly part: string;
  readonly input: z.ZodType<I>;
  readonly output: z.ZodType<O>;
};

/** An action that changes an order. What it is given beside the order goes to the shop as the body; the shop does it once per idempotency key. */
export function changeOrder<I extends OrderRef, O>({ method = 'POST', part, input, output }: Change<I, O>) {
  return defineAction({
    input,
    output,
    idempotent: true,
    timeout: '8s',
    retries: 2,
    run: ({ input: { number, proof, ...body }, ...context }) => {
      const asked: Asked = { method, path: orderPath(number, part), proof, body };
      return askShop(context, asked, output);
    },
  });
}
