/** Who the customer is. */
import { defineAction, z } from 'touchpoint/actions';
import { askShop } from './shop/ask-shop.ts';

const proof = z.object({ number: z.string(), proof: z.string() });
const reading = { safe: true, timeout: '5s', retries: 2 } as const;

/** Do order number and proof belong together? */
export const matches = defineAction({
  ...reading,
  input: proof,
  output: z.boolean(),
  run: async ({ input, ...context }) =>
    (await askShop(context, { method: 'POST', path: '/customers/verify', body: input }, z.object({ ok: z.boolean() })))
      .ok,
});

/** Sends a link for a new password, if there is an account; the answer does not tell. */
export const reset_password = defineAction({
  input: z.object({ email: z.string() }),
  output: z.object({ accepted: z.boolean(), validMinutes: z.number() }),
  idempotent: true,
  timeout: '5s',
  retries: 2,
  run: ({ input, ...context }) =>
    askShop(
      context,
      { method: 'POST', path: '/customers/password-reset', body: input },
      z.object({ accepted: z.boolean(), validMinutes: z.number() }),
    ),
});
