import { defineAction, z } from 'touchpoint/actions';
import { askShop } from './ask-shop.ts';

/**
 * An action that asks the shop one yes-or-no question about a thing.
 *
 * @param input what the action takes; `pathOf` makes the address of it
 * @param key names the answer in the shop's reply
 */
export function askWhether<I>({ input, pathOf, key }: { input: z.ZodType<I>; pathOf(input: I): string; key: string }) {
  return defineAction({
    input,
    output: z.boolean(),
    safe: true,
    timeout: '5s',
    retries: 2,
    run: async ({ input: given, ...context }) => {
      const reply = await askShop(context, { path: pathOf(given) }, z.record(z.string(), z.unknown()));
      return z.boolean().parse(reply[key]);
    },
  });
}
