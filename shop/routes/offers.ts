/** What the shop offers: stock, vouchers, opening hours. */
import { spoken } from '../data/days.ts';
import type { Product, Voucher } from '../data/shop-data.ts';
import { notFound, ok } from '../http/exchange.ts';
import type { Route } from '../http/router.ts';
import { openingHours } from '../policy/opening-hours.ts';
import type { Verdict } from '../policy/verdict.ts';
import { allowed, denied } from '../policy/verdict.ts';
import { today } from '../shop.ts';
import { euros } from './find-order.ts';

export const offerRoutes: readonly Route[] = [
  { method: 'GET', path: '/hours', answer: (_, shop) => ok(openingHours(shop.now())) },
  {
    method: 'GET',
    path: '/stock/:product',
    answer: ({ params }, shop) => {
      const product = shop.data.products.get(params['product'] ?? '');
      return product === undefined ? notFound('product') : ok(stockOf(product));
    },
  },
  {
    method: 'GET',
    path: '/vouchers/:code',
    answer: ({ params }, shop) => {
      const voucher = shop.data.vouchers.get((params['code'] ?? '').toUpperCase());
      return ok(voucher === undefined ? unknownVoucher : describe(voucher, today(shop)));
    },
  },
];

const unknownVoucher = {
  ...denied('unknown', 'we have no voucher with that code'),
  percent: 0,
  minimum: 0,
  expiresOn: null,
};

/** Whether a voucher can still be used today. */
export function mayUse(voucher: Voucher, day: string): Verdict {
  if (voucher.usedOn !== null) return denied('used', 'it has already been used');
  return voucher.expiresOn < day ? denied('expired', `it ran out on ${spoken(voucher.expiresOn)}`) : allowed;
}

function describe(voucher: Voucher, day: string): object {
  const { code, percent, expiresOn } = voucher;
  return { ...mayUse(voucher, day), percent, minimum: euros(voucher.minimumCents), expiresOn, voucher: code };
}

function stockOf({ key, name, priceCents, stock, backOn }: Product): object {
  return {
    product: key,
    name,
    price: euros(priceCents),
    currency: 'EUR',
    quantity: stock,
    isInStock: stock > 0,
    backOn,
  };
}
