/** Requests that a person answers later. */
import { defineAction, z } from 'touchpoint/actions';
import { askShop } from './shop/ask-shop.ts';
import { askWhether } from './shop/ask-whether.ts';

const ticket = z.object({
  channel: z.enum(['email', 'phone']),
  contact: z.string(),
  topic: z.string(),
  text: z.string().nullish(),
  order: z.string().nullish(),
});

/** Notes the request; a person answers by `answerBy`. */
export const create = defineAction({
  input: ticket,
  output: z.object({ id: z.string(), answerBy: z.string() }),
  idempotent: true,
  timeout: '8s',
  retries: 2,
  run: ({ input, ...context }) =>
    askShop(
      context,
      { method: 'POST', path: '/tickets', body: input },
      z.object({ id: z.string(), answerBy: z.string() }),
    ),
});

/** Is the request on record? */
export const exists = askWhether({
  input: z.object({ id: z.string() }),
  pathOf: ({ id }) => `/tickets/${encodeURIComponent(id)}/exists`,
  key: 'exists',
});
