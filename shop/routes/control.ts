/** How tests see and steer the shop. */
import type { Order } from '../data/shop-data.ts';
import type { Answer, Exchange } from '../http/exchange.ts';
import { malformed, noContent, ok } from '../http/exchange.ts';
import { readFault } from '../http/faults.ts';
import { numberField } from '../http/fields.ts';
import type { Route } from '../http/router.ts';
import { mayRefund } from '../policy/order-rules.ts';
import type { Shop } from '../shop.ts';
import { resetShop, today } from '../shop.ts';
import { euros, totalCents } from './find-order.ts';
import { mayUse } from './offers.ts';

export const controlRoutes: readonly Route[] = [
  { method: 'GET', path: '/control/fixtures', answer: (_, shop) => ok(fixtures(shop)) },
  { method: 'GET', path: '/control/calls', answer: (_, shop) => ok({ calls: shop.calls }) },
  { method: 'POST', path: '/control/faults', answer: addFault },
  {
    method: 'DELETE',
    path: '/control/faults',
    answer: (_, shop) => {
      shop.faults = [];
      return noContent;
    },
  },
  {
    method: 'POST',
    path: '/control/reset',
    answer: ({ body }, shop) => {
      const [orders, at] = [numberField(body, 'orders'), numberField(body, 'at')];
      if (orders !== undefined && (orders < 5 || orders > 100_000)) return malformed('A shop has 5 to 100,000 orders.');
      resetShop(shop, { seed: numberField(body, 'seed') ?? 1, orders, at });
      return noContent;
    },
  },
];

function fixtures(shop: Shop): object {
  const day = today(shop);
  return {
    customers: [...shop.data.customers.values()].map(({ address: _, ...customer }) => customer),
    orders: [...shop.data.orders.values()].map((order) => orderFixture(order, day)),
    vouchers: [...shop.data.vouchers.values()].map((voucher) => ({
      code: voucher.code,
      valid: mayUse(voucher, day).allowed,
    })),
    products: [...shop.data.products.values()].map(({ key, name, stock }) => ({ key, name, stock })),
    tickets: [...shop.data.tickets.values()],
    returns: [...shop.data.returns.values()],
    claims: [...shop.data.claims.values()],
  };
}

function orderFixture(order: Order, day: string): object {
  const { number, customer, status, eta, payment } = order;
  const refundable = mayRefund(order, day).allowed;
  return {
    number,
    customer,
    status,
    total: euros(totalCents(order)),
    currency: 'EUR',
    refundable,
    eta,
    payment: payment.state,
  };
}

function addFault({ body }: Exchange, shop: Shop): Answer {
  const fault = readFault(body);
  if (typeof fault === 'string') return malformed(fault);
  shop.faults = [...shop.faults, fault];
  return noContent;
}
