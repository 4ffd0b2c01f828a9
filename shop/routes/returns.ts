/** Goods on their way back, and goods that arrived broken, incomplete or not at all. */
import { addDays } from '../data/days.ts';
import type { Claim, Order, Return } from '../data/shop-data.ts';
import type { Answer, Exchange } from '../http/exchange.ts';
import { created, forbiddenByRules, malformed, ok } from '../http/exchange.ts';
import { oneOf, textField } from '../http/fields.ts';
import type { Route } from '../http/router.ts';
import { mayClaim, mayReturn } from '../policy/order-rules.ts';
import type { Shop } from '../shop.ts';
import { today } from '../shop.ts';
import { withOrder } from './find-order.ts';
import { answerBy } from './tickets.ts';

const daysToSend = 14;

export const returnRoutes: readonly Route[] = [
  { method: 'POST', path: '/orders/:number/returns', answer: withOrder(startReturn) },
  { method: 'POST', path: '/orders/:number/claims', answer: withOrder(startClaim) },
  {
    method: 'GET',
    path: '/orders/:number/returning',
    answer: withOrder((order, _, shop) => ok({ returning: of(shop.data.returns, order).length > 0 })),
  },
  {
    method: 'GET',
    path: '/claims/:id/exists',
    answer: ({ params }, shop) => ok({ exists: shop.data.claims.has(params['id'] ?? '') }),
  },
];

/** Notes the return and gives its label; the rules have been asked. */
export function makeReturn(order: Order, reason: string, shop: Shop): Return {
  const id = `B-${shop.data.returns.size + 1001}`;
  const labelUrl = `https://www.example.com/labels/${id}-${order.number}.pdf`;
  const made = { id, order: order.number, reason, labelUrl, sendBy: addDays(today(shop), daysToSend) };
  shop.data.returns.set(id, made);
  return made;
}

/** A second wish for the same order gets the label that exists. */
function startReturn(order: Order, { body }: Exchange, shop: Shop): Answer {
  const [existing] = of(shop.data.returns, order);
  if (existing !== undefined) return ok(existing);
  const verdict = mayReturn(order, today(shop));
  if (!verdict.allowed) return forbiddenByRules(verdict.code, verdict.reason);
  return created(makeReturn(order, textField(body, 'reason') ?? 'not said', shop));
}

function startClaim(order: Order, { body }: Exchange, shop: Shop): Answer {
  const kind = oneOf(textField(body, 'kind'), ['damaged', 'missing', 'faulty', 'lost'] as const);
  const wants = oneOf(textField(body, 'wants'), ['replacement', 'refund'] as const);
  if (kind === undefined || wants === undefined)
    return malformed('A claim needs its kind and what the customer wants.');
  const verdict = mayClaim(order, kind, today(shop));
  if (!verdict.allowed) return forbiddenByRules(verdict.code, verdict.reason);
  const id = `K-${shop.data.claims.size + 1001}`;
  const text = textField(body, 'text') ?? '';
  const claim: Claim = { id, order: order.number, kind, wants, text, answerBy: answerBy(shop) };
  shop.data.claims.set(id, claim);
  return created(claim);
}

function of<T extends { readonly order: string }>(all: ReadonlyMap<string, T>, order: Order): readonly T[] {
  return [...all.values()].filter((each) => each.order === order.number);
}
