import { describe, expect, it } from 'vitest';
import { openShop } from '../open-shop.ts';

describe('the control routes', () => {
  it('show the fixtures in their agreed form', async () => {
    await using shop = await openShop();
    const { body } = await shop.ask('GET', '/control/fixtures');
    expect(body).toMatchObject({
      customers: expect.arrayContaining([
        { id: 'C1001', name: 'Ada Winter', email: 'ada.winter@example.com', postcode: '10115', phone: '+493055500101' },
      ]),
      orders: expect.arrayContaining([
        expect.objectContaining({
          number: '40010002',
          customer: 'C1001',
          status: 'shipped',
          currency: 'EUR',
          refundable: false,
          eta: expect.any(String),
        }),
        expect.objectContaining({
          number: '40010003',
          status: 'delivered',
          refundable: true,
          eta: null,
          total: expect.any(Number),
        }),
      ]),
      vouchers: expect.arrayContaining([
        { code: 'HEATH10', valid: true },
        { code: 'BROOK17', valid: false },
      ]),
    });
  });

  it('say of an order refundable exactly what the order says itself', async () => {
    await using shop = await openShop();
    const { body } = await shop.ask('GET', '/control/fixtures');
    const orders: unknown = Reflect.get(Object(body), 'orders');
    if (!Array.isArray(orders)) throw new Error('no orders');
    for (const order of orders.slice(0, 40)) {
      expect((await shop.ask('GET', `/orders/${order.number}/refundable`)).body).toMatchObject({
        allowed: order.refundable,
        amount: order.total,
      });
    }
  });

  it('list every request with its key, in order, but not themselves', async () => {
    await using shop = await openShop();
    await shop.ask('GET', '/orders/40010001?x=1');
    await shop.ask('POST', '/orders/40010003/refund', { body: { a: 1 }, key: 'key-1' });
    await shop.ask('GET', '/healthz');
    const { body } = await shop.ask('GET', '/control/calls');
    expect(body).toEqual({
      calls: [
        {
          index: 1,
          method: 'GET',
          path: '/orders/40010001',
          query: 'x=1',
          idempotencyKey: null,
          body: {},
          at: '2026-03-18T10:00:00.000Z',
        },
        {
          index: 2,
          method: 'POST',
          path: '/orders/40010003/refund',
          query: '',
          idempotencyKey: 'key-1',
          body: { a: 1 },
          at: '2026-03-18T10:00:00.000Z',
        },
      ],
    });
  });

  it('reset everything: data, faults, calls and kept answers', async () => {
    await using shop = await openShop();
    const before = await shop.ask('GET', '/control/fixtures');
    await shop.ask('POST', '/orders/40010003/refund', { body: {}, key: 'k' });
    await shop.ask('POST', '/control/faults', { body: { path: '/*', kind: 'status' } });
    expect(await shop.ask('GET', '/control/fixtures')).not.toEqual(before);
    expect((await shop.ask('POST', '/control/reset', { body: { seed: 1 } })).status).toBe(204);
    expect(await shop.ask('GET', '/control/fixtures')).toEqual(before);
    expect((await shop.ask('GET', '/control/calls')).body).toEqual({ calls: [] });
    expect((await shop.ask('POST', '/orders/40010003/refund', { body: {}, key: 'k' })).status).toBe(200);
    await shop.ask('POST', '/control/reset', { body: { seed: 2 } });
    expect(await shop.ask('GET', '/control/fixtures')).not.toEqual(before);
  });
});
