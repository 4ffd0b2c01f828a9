import { describe, expect, it } from 'vitest';
import { openShop } from '../open-shop.ts';

describe('an Idempotency-Key', () => {
  it('gets the same answer, and the deed is done once', async () => {
    await using shop = await openShop();
    const body = { contact: 'ada.winter@example.com', topic: 'test' };
    const first = await shop.ask('POST', '/tickets', { body, key: 'one' });
    expect(await shop.ask('POST', '/tickets', { body, key: 'one' })).toEqual(first);
    expect(shop.shop.data.tickets.size).toBe(1);
    await shop.ask('POST', '/tickets', { body, key: 'two' });
    expect(shop.shop.data.tickets.size).toBe(2);
  });

  it.each([
    ['POST', '/orders/40010003/refund', {}],
    ['POST', '/orders/40010001/cancel', {}],
    ['PUT', '/orders/40010001/address', { street: 'Am Wall 1', postcode: '28195', city: 'Bremen' }],
    ['POST', '/orders/40010003/returns', { reason: 'size' }],
    ['POST', '/orders/40010003/claims', { kind: 'damaged', wants: 'refund' }],
    ['POST', '/customers/password-reset', { email: 'ada.winter@example.com' }],
  ])('is honoured by %s %s', async (method, path, body) => {
    await using shop = await openShop();
    const first = await shop.ask(method, path, { body, key: 'k' });
    expect(first.status).toBeLessThan(300);
    expect(await shop.ask(method, path, { body, key: 'k' })).toEqual(first);
  });

  it('keeps refusals too: what was refused once is not done by a later try', async () => {
    await using shop = await openShop();
    const path = '/orders/40010002/refund';
    expect((await shop.ask('POST', path, { body: {}, key: 'k' })).status).toBe(409);
    const order = shop.order(({ number }) => number === '40010002');
    shop.shop.data.orders.set('40010002', { ...order, status: 'returned' });
    expect((await shop.ask('POST', path, { body: {}, key: 'k' })).status).toBe(409);
    expect((await shop.ask('POST', path, { body: {}, key: 'other' })).status).toBe(200);
  });

  it('that belongs to another request is refused', async () => {
    await using shop = await openShop();
    await shop.ask('POST', '/orders/40010003/refund', { body: {}, key: 'k' });
    expect((await shop.ask('POST', '/orders/40010004/refund', { body: {}, key: 'k' })).status).toBe(422);
    expect(shop.shop.data.orders.get('40010004')?.status).toBe('returned');
  });

  it('means nothing to reading routes: they answer what is true now', async () => {
    await using shop = await openShop();
    const read = () => shop.ask('GET', '/orders/40010003/is_refunded', { key: 'k' });
    expect((await read()).body).toEqual({ refunded: false });
    await shop.ask('POST', '/orders/40010003/refund', { body: {} });
    expect((await read()).body).toEqual({ refunded: true });
  });
});
