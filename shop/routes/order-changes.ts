/** What can be done to an order. Rules are asked again here: whoever calls may have waited since they looked. */
import { addDays } from '../data/days.ts';
import type { Address, Order } from '../data/shop-data.ts';
import type { Answer, Exchange } from '../http/exchange.ts';
import { forbiddenByRules, malformed, ok } from '../http/exchange.ts';
import { textField } from '../http/fields.ts';
import type { Route } from '../http/router.ts';
import { mayCancel, mayChangeAddress, mayRefund, refundTransferDays } from '../policy/order-rules.ts';
import type { Shop } from '../shop.ts';
import { today } from '../shop.ts';
import { euros, totalCents, withOrder } from './find-order.ts';
import { makeReturn } from './returns.ts';

export const orderChangeRoutes: readonly Route[] = [
  { method: 'POST', path: '/orders/:number/refund', answer: withOrder(refund) },
  { method: 'POST', path: '/orders/:number/cancel', answer: withOrder(cancel) },
  { method: 'PUT', path: '/orders/:number/address', answer: withOrder(changeAddress) },
];

/** Pays back at once; goods still with the customer get a return label. */
function refund(order: Order, _: Exchange, shop: Shop): Answer {
  const verdict = mayRefund(order, today(shop));
  if (!verdict.allowed) return forbiddenByRules(verdict.code, verdict.reason);
  const sendBack = order.status === 'delivered' ? makeReturn(order, 'refund', shop) : null;
  replace(shop, { ...order, status: 'refunded', refundedOn: today(shop) });
  return ok({
    ok: true,
    ...moneyBack(order, shop),
    labelUrl: sendBack?.labelUrl ?? null,
    sendBy: sendBack?.sendBy ?? null,
  });
}

function cancel(order: Order, _: Exchange, shop: Shop): Answer {
  const verdict = mayCancel(order);
  if (!verdict.allowed) return forbiddenByRules(verdict.code, verdict.reason);
  replace(shop, { ...order, status: 'refunded', eta: null, refundedOn: today(shop), isCancelled: true });
  return ok({ ok: true, ...moneyBack(order, shop) });
}

function changeAddress(order: Order, { body }: Exchange, shop: Shop): Answer {
  const address = readAddress(body);
  if (typeof address === 'string') return malformed(address);
  const verdict = mayChangeAddress(order);
  if (!verdict.allowed) return forbiddenByRules(verdict.code, verdict.reason);
  replace(shop, { ...order, address, addressChangedOn: today(shop) });
  return ok({ ok: true, address });
}

/** Nothing was paid where the payment had failed, so nothing goes back. */
function moneyBack(order: Order, shop: Shop): { amount: number; currency: string; arrivesBy: string } {
  const cents = order.payment.state === 'paid' ? totalCents(order) : 0;
  return { amount: euros(cents), currency: 'EUR', arrivesBy: addDays(today(shop), refundTransferDays) };
}

/** @returns the address, or what is wrong with it */
function readAddress(body: Readonly<Record<string, unknown>>): Address | string {
  const street = textField(body, 'street');
  const postcode = textField(body, 'postcode');
  const city = textField(body, 'city');
  if (street === undefined || postcode === undefined || city === undefined)
    return 'An address needs street, postcode and city.';
  return /^\d{5}$/.test(postcode) ? { street, postcode, city } : 'A postcode has five digits.';
}

function replace(shop: Shop, order: Order): void {
  shop.data.orders.set(order.number, order);
}
