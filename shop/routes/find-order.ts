import type { Order } from '../data/shop-data.ts';
import type { Answer, Exchange } from '../http/exchange.ts';
import { notFound } from '../http/exchange.ts';
import { proves } from '../policy/proves.ts';
import type { Shop } from '../shop.ts';

/**
 * Answers about the order the address names, or 404. Where the caller sends the customer's proof along, somebody else's order is 404 as well: its
 * existence is nobody's business.
 */
export function withOrder(
  answer: (order: Order, exchange: Exchange, shop: Shop) => Answer,
): (exchange: Exchange, shop: Shop) => Answer {
  return (exchange, shop) => {
    const order = shop.data.orders.get(exchange.params['number'] ?? '');
    const owner = order && shop.data.customers.get(order.customer);
    const isTheirs = owner !== undefined && (exchange.proof === null || proves(owner, exchange.proof));
    return order === undefined || !isTheirs ? notFound('order') : answer(order, exchange, shop);
  };
}

/** Cents to the number of euros that JSON carries: 5990 → 59.9. */
export function euros(cents: number): number {
  return cents / 100;
}

export function totalCents(order: Order): number {
  return order.items.reduce((sum, item) => sum + item.priceCents * item.quantity, 0);
}
