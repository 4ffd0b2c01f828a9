/** What can be read of an order. */
import type { Order } from '../data/shop-data.ts';
import { ok } from '../http/exchange.ts';
import type { Route } from '../http/router.ts';
import {
  daysLate,
  mayCancel,
  mayChangeAddress,
  mayClaim,
  mayRefund,
  mayReturn,
  refundArrival,
  warrantyUntil,
} from '../policy/order-rules.ts';
import type { Verdict } from '../policy/verdict.ts';
import { today } from '../shop.ts';
import { euros, totalCents, withOrder } from './find-order.ts';

const currency = 'EUR';

export const orderRoutes: readonly Route[] = [
  { method: 'GET', path: '/orders/:number', answer: withOrder((order, _, shop) => ok(describe(order, today(shop)))) },
  {
    method: 'GET',
    path: '/orders/:number/exists',
    answer: ({ params }, shop) => ok({ exists: shop.data.orders.has(params['number'] ?? '') }),
  },
  {
    method: 'GET',
    path: '/orders/:number/status',
    answer: withOrder((order, _, shop) => ok({ status: order.status, ...progress(order, today(shop)) })),
  },
  {
    method: 'GET',
    path: '/orders/:number/refundable',
    answer: withOrder((order, _, shop) => ok(refundVerdict(order, today(shop)))),
  },
  { method: 'GET', path: '/orders/:number/cancellable', answer: withOrder((order) => ok(mayCancel(order))) },
  {
    method: 'GET',
    path: '/orders/:number/address-changeable',
    answer: withOrder((order) => ok({ ...mayChangeAddress(order), address: order.address })),
  },
  {
    method: 'GET',
    path: '/orders/:number/returnable',
    answer: withOrder((order, _, shop) => ok(mayReturn(order, today(shop)))),
  },
  {
    method: 'GET',
    path: '/orders/:number/claimable',
    answer: withOrder((order, { query }, shop) => ok(mayClaim(order, query.get('kind') ?? '', today(shop)))),
  },
  {
    method: 'GET',
    path: '/orders/:number/is_refunded',
    answer: withOrder((order) => ok({ refunded: order.status === 'refunded' })),
  },
  {
    method: 'GET',
    path: '/orders/:number/is_cancelled',
    answer: withOrder((order) => ok({ cancelled: order.isCancelled })),
  },
  {
    method: 'GET',
    path: '/orders/:number/is_delivered',
    answer: withOrder((order) => ok({ delivered: order.deliveredOn !== null })),
  },
  {
    method: 'GET',
    path: '/orders/:number/address-changed',
    answer: withOrder((order) => ok({ changed: order.addressChangedOn !== null })),
  },
  {
    method: 'GET',
    path: '/orders/:number/warranty',
    answer: withOrder((order, _, shop) => ok(warranty(order, today(shop)))),
  },
  { method: 'GET', path: '/orders/:number/invoice', answer: withOrder((order) => ok(invoice(order))) },
];

/** The order as the shop's pages show it; the address stays with those who may change it. */
function describe(order: Order, day: string): object {
  const { number, status, isCancelled, items } = order;
  return {
    number,
    status,
    isCancelled,
    total: euros(totalCents(order)),
    currency,
    summary: summary(order),
    items: items.map(({ product, name, quantity, priceCents }) => ({
      product,
      name,
      quantity,
      price: euros(priceCents),
    })),
    ...progress(order, day),
    ...refundArrival(order, day),
  };
}

function progress(order: Order, day: string): object {
  const { placedOn, shippedOn, eta, deliveredOn, returnedOn, refundedOn, carrier } = order;
  const trackingUrl = shippedOn === null ? null : `https://track.example.com/${carrier.toLowerCase()}/${order.number}`;
  const days = { placedOn, shippedOn, eta, deliveredOn, returnedOn, refundedOn };
  return { ...days, daysLate: daysLate(order, day), carrier, trackingUrl };
}

/** `Tarn toaster`, `Tarn toaster and 1 more item`, `Tarn toaster and 2 more items` */
function summary({ items }: Order): string {
  const more = items.length - 1;
  const name = items[0]?.name ?? 'your order';
  return more < 1 ? name : `${name} and ${more} more ${more === 1 ? 'item' : 'items'}`;
}

/** The verdict with the money it is about; goods still with the customer must come back. */
function refundVerdict(
  order: Order,
  day: string,
): Verdict & { amount: number; currency: string; mustComeBack: boolean } {
  return {
    ...mayRefund(order, day),
    amount: euros(totalCents(order)),
    currency,
    mustComeBack: order.status === 'delivered',
  };
}

function warranty(order: Order, day: string): object {
  const until = warrantyUntil(order);
  return { isCovered: until !== null && until >= day, until, isDelivered: until !== null };
}

/** An invoice is written when the parcel leaves. */
function invoice(order: Order): object {
  const isReady = order.shippedOn !== null;
  return {
    isReady,
    number: `R-${order.number}`,
    url: isReady ? `https://www.example.com/invoices/R-${order.number}.pdf` : null,
  };
}
