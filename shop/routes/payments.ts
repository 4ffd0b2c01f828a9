import type { Order } from '../data/shop-data.ts';
import type { Answer, Exchange } from '../http/exchange.ts';
import { created, forbiddenByRules, ok } from '../http/exchange.ts';
import type { Route } from '../http/router.ts';
import type { Shop } from '../shop.ts';
import { euros, totalCents, withOrder } from './find-order.ts';

const retryMinutes = 120;

export const paymentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/orders/:number/payment',
    answer: withOrder((order) => ok({ ...order.payment, amount: euros(totalCents(order)), currency: 'EUR' })),
  },
  { method: 'POST', path: '/orders/:number/payment/retry', answer: withOrder(retry) },
];

/** A page where the customer pays again; only while the payment has failed and the order still waits for it. */
function retry(order: Order, _: Exchange, shop: Shop): Answer {
  if (order.payment.state === 'paid') return forbiddenByRules('already_paid', 'it is paid already');
  if (order.status !== 'processing') return forbiddenByRules('closed', 'the order is closed');
  const expiresAt = new Date(shop.now() + retryMinutes * 60_000).toISOString();
  return created({ url: `https://www.example.com/pay/${order.number}`, validMinutes: retryMinutes, expiresAt });
}
