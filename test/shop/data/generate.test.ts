import { describe, expect, it } from 'vitest';
import { generate } from '../../../shop/data/generate.ts';
import type { ShopData } from '../../../shop/data/shop-data.ts';
import { orderStatuses } from '../../../shop/data/shop-data.ts';

const day = '2026-03-18';

function plain(data: ShopData): object {
  return Object.fromEntries(Object.entries(data).map(([name, records]) => [name, [...records]]));
}

describe('a generated shop', () => {
  it('is the same for the same seed and day, and another for another seed', () => {
    expect(plain(generate(7, day))).toEqual(plain(generate(7, day)));
    expect(plain(generate(8, day))).not.toEqual(plain(generate(7, day)));
  });

  it('has 60 customers, and at least 200 orders with at least 30 of every status', () => {
    const { customers, orders } = generate(1, day);
    expect(customers.size).toBe(60);
    expect(orders.size).toBeGreaterThanOrEqual(200);
    for (const status of orderStatuses) {
      expect([...orders.values()].filter((order) => order.status === status).length).toBeGreaterThanOrEqual(30);
    }
  });

  it.each([1, 2, 3, 99])(
    'gives every order under seed %i eight digits, a customer, items and days in their order',
    (seed) => {
      const { customers, orders, products } = generate(seed, day);
      for (const order of orders.values()) {
        expect(order.number).toMatch(/^\d{8}$/);
        expect(customers.has(order.customer)).toBe(true);
        expect(order.items.length).toBeGreaterThan(0);
        expect(order.items.every((item) => products.has(item.product))).toBe(true);
        const days = [order.placedOn, order.shippedOn, order.deliveredOn, order.returnedOn, order.refundedOn].filter(
          (each) => each !== null,
        );
        expect(days).toEqual([...days].sort());
        expect(days.every((each) => each <= day)).toBe(true);
      }
    },
  );

  it('has parcels in time and late ones, open and expired return periods, ended warranties and failed payments', () => {
    const orders = [...generate(1, day).orders.values()];
    const shipped = orders.filter(({ status }) => status === 'shipped');
    const delivered = orders.flatMap(({ status, deliveredOn }) =>
      status === 'delivered' && deliveredOn ? [deliveredOn] : [],
    );
    expect(shipped.some(({ eta }) => eta !== null && eta < day)).toBe(true);
    expect(shipped.some(({ eta }) => eta !== null && eta >= day)).toBe(true);
    expect(delivered.some((on) => on >= '2026-02-16')).toBe(true);
    expect(delivered.some((on) => on < '2026-02-16' && on > '2024-03-18')).toBe(true);
    expect(delivered.some((on) => on < '2024-03-18')).toBe(true);
    expect(orders.some(({ payment }) => payment.state === 'failed')).toBe(true);
  });

  it('has vouchers that are valid, expired and used, and products in stock, sold out and coming back', () => {
    const { vouchers, products } = generate(1, day);
    const list = [...vouchers.values()];
    expect(list.some(({ usedOn, expiresOn }) => usedOn === null && expiresOn >= day)).toBe(true);
    expect(list.some(({ usedOn, expiresOn }) => usedOn === null && expiresOn < day)).toBe(true);
    expect(list.some(({ usedOn }) => usedOn !== null)).toBe(true);
    expect(list.every(({ code }) => /^[A-Z]{4,12}\d{2,3}$/.test(code))).toBe(true);
    const stock = [...products.values()];
    expect(stock.some((product) => product.stock > 0)).toBe(true);
    expect(stock.some((product) => product.stock === 0 && product.backOn !== null)).toBe(true);
    expect(stock.some((product) => product.stock === 0 && product.backOn === null)).toBe(true);
  });

  it('lets some customers share a postcode and others share nothing', () => {
    const customers = [...generate(1, day).customers.values()];
    const sharing = (customer: (typeof customers)[number]): number =>
      customers.filter(({ postcode }) => postcode === customer.postcode).length;
    expect(customers.some((customer) => sharing(customer) > 1)).toBe(true);
    expect(customers.some((customer) => sharing(customer) === 1)).toBe(true);
    expect(new Set(customers.map(({ email }) => email)).size).toBe(60);
    expect(customers.some(({ phone }) => phone === null)).toBe(true);
  });

  it('keeps the five orders of the first customer under every seed', () => {
    for (const seed of [1, 2, 3]) {
      const { orders, customers } = generate(seed, day);
      const numbers = orderStatuses.map((status, index) => ({
        number: String(40_010_001 + index),
        status,
        customer: 'C1001',
      }));
      for (const known of numbers) expect(orders.get(known.number)).toMatchObject(known);
      expect(customers.get('C1001')).toMatchObject({ postcode: '10115', email: 'ada.winter@example.com' });
    }
  });
});
