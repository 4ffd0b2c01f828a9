import { describe, expect, it } from 'vitest';
import { openShop } from '../open-shop.ts';

const address = { street: 'Am Wall 1', postcode: '28195', city: 'Bremen' };

describe('changing an order', () => {
  it('refunds delivered goods with a label to send them back, and returned goods without', async () => {
    await using shop = await openShop();
    expect((await shop.ask('GET', '/orders/40010003/is_refunded')).body).toEqual({ refunded: false });
    const { status, body } = await shop.ask('POST', '/orders/40010003/refund', { body: {} });
    expect(status).toBe(200);
    expect(body).toMatchObject({ ok: true, currency: 'EUR', arrivesBy: '2026-03-21', sendBy: '2026-04-01' });
    expect((await shop.ask('GET', '/orders/40010003/is_refunded')).body).toEqual({ refunded: true });
    expect((await shop.ask('POST', '/orders/40010004/refund', { body: {} })).body).toMatchObject({
      ok: true,
      labelUrl: null,
    });
  });

  it('pays the amount it announced', async () => {
    await using shop = await openShop();
    const announced = await shop.ask('GET', '/orders/40010003/refundable');
    const paid = await shop.ask('POST', '/orders/40010003/refund', { body: {} });
    expect(announced.body).toMatchObject({ amount: expect.any(Number) });
    expect(paid.body).toMatchObject({ amount: Reflect.get(Object(announced.body), 'amount') });
  });

  it.each([
    ['POST', '/orders/40010002/refund', 'on_its_way'],
    ['POST', '/orders/40010005/refund', 'already_refunded'],
    ['POST', '/orders/40010002/cancel', 'on_its_way'],
    ['PUT', '/orders/40010002/address', 'on_its_way'],
  ])('refuses %s %s by its rules', async (method, path, code) => {
    await using shop = await openShop();
    const { status, body } = await shop.ask(method, path, { body: address });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code });
  });

  it('cancels an order that has not left, and pays back only what was paid', async () => {
    await using shop = await openShop();
    const unpaid = shop.order(({ status, payment }) => status === 'processing' && payment.state === 'failed');
    expect((await shop.ask('POST', `/orders/${unpaid.number}/cancel`, { body: {} })).body).toMatchObject({
      ok: true,
      amount: 0,
    });
    expect((await shop.ask('POST', '/orders/40010001/cancel', { body: {} })).body).toMatchObject({
      ok: true,
      amount: expect.any(Number),
    });
    expect((await shop.ask('GET', '/orders/40010001/is_cancelled')).body).toEqual({ cancelled: true });
    expect((await shop.ask('GET', '/orders/40010001/is_refunded')).body).toEqual({ refunded: true });
    expect((await shop.ask('GET', '/orders/40010001/cancellable')).body).toMatchObject({
      allowed: false,
      code: 'already_cancelled',
    });
  });

  it('changes the address of an order that has not left', async () => {
    await using shop = await openShop();
    expect((await shop.ask('GET', '/orders/40010001/address-changed')).body).toEqual({ changed: false });
    expect((await shop.ask('PUT', '/orders/40010001/address', { body: address })).body).toEqual({ ok: true, address });
    expect((await shop.ask('GET', '/orders/40010001/address-changed')).body).toEqual({ changed: true });
    expect((await shop.ask('GET', '/orders/40010001/address-changeable')).body).toMatchObject({ address });
  });

  it.each([[{}], [{ ...address, postcode: '123' }], [{ ...address, street: ' ' }], [{ ...address, city: 5 }]])(
    'refuses the address %j',
    async (body) => {
      await using shop = await openShop();
      expect((await shop.ask('PUT', '/orders/40010001/address', { body })).status).toBe(400);
    },
  );

  it('makes refunded money overdue after three days', async () => {
    await using shop = await openShop();
    const fresh = shop.order(
      ({ status, refundedOn }) => status === 'refunded' && refundedOn !== null && refundedOn >= '2026-03-15',
    );
    const old = shop.order(
      ({ status, refundedOn }) => status === 'refunded' && refundedOn !== null && refundedOn < '2026-03-15',
    );
    expect((await shop.ask('GET', `/orders/${fresh.number}`)).body).toMatchObject({ isRefundOverdue: false });
    expect((await shop.ask('GET', `/orders/${old.number}`)).body).toMatchObject({ isRefundOverdue: true });
  });
});
