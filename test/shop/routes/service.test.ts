import { describe, expect, it } from 'vitest';
import { openShop } from '../open-shop.ts';

describe('verifying a customer', () => {
  it.each([
    ['10115', true],
    ['101 15', true],
    ['Ada.Winter@example.com', true],
    ['20095', false],
    ['bruno@example.com', false],
  ])('takes %s for order 40010001: %s', async (proof, ok) => {
    await using shop = await openShop();
    const { body } = await shop.ask('POST', '/customers/verify', { body: { number: '40010001', proof } });
    expect(body).toMatchObject({ ok, customer: ok ? 'C1001' : null, name: ok ? 'Ada Winter' : null });
  });

  it('answers an unknown order like a wrong proof, and shows no full e-mail address', async () => {
    await using shop = await openShop();
    const wrong = await shop.ask('POST', '/customers/verify', { body: { number: '40010001', proof: '20095' } });
    const unknown = await shop.ask('POST', '/customers/verify', { body: { number: '10000000', proof: '10115' } });
    expect(unknown).toEqual(wrong);
    const right = await shop.ask('POST', '/customers/verify', { body: { number: '40010001', proof: '10115' } });
    expect(JSON.stringify(right.body)).not.toContain('ada.winter@');
  });

  it('needs both', async () => {
    await using shop = await openShop();
    expect((await shop.ask('POST', '/customers/verify', { body: { number: '40010001' } })).status).toBe(400);
  });
});

describe('a new password', () => {
  it('is answered the same whether or not there is an account', async () => {
    await using shop = await openShop();
    const ask = (email: string) => shop.ask('POST', '/customers/password-reset', { body: { email } });
    expect(await ask('ada.winter@example.com')).toEqual(await ask('nobody@example.com'));
    expect((await ask('nobody')).status).toBe(400);
  });
});

describe('returns and claims', () => {
  it('gives the same label to who asks twice', async () => {
    await using shop = await openShop();
    expect((await shop.ask('GET', '/orders/40010003/returning')).body).toEqual({ returning: false });
    const first = await shop.ask('POST', '/orders/40010003/returns', { body: { reason: 'size' } });
    expect(first).toMatchObject({ status: 201, body: { id: 'B-1001', sendBy: '2026-04-01' } });
    expect((await shop.ask('POST', '/orders/40010003/returns', { body: { reason: 'late' } })).body).toEqual(first.body);
    expect((await shop.ask('GET', '/orders/40010003/returning')).body).toEqual({ returning: true });
    expect((await shop.ask('POST', '/orders/40010002/returns', { body: {} })).status).toBe(409);
  });

  it('opens a claim that is answered within a day', async () => {
    await using shop = await openShop();
    const body = { kind: 'damaged', wants: 'replacement', text: 'a crack' };
    const claim = await shop.ask('POST', '/orders/40010003/claims', { body });
    expect(claim).toMatchObject({ status: 201, body: { id: 'K-1001', answerBy: '2026-03-19T10:00:00.000Z' } });
    expect((await shop.ask('GET', '/claims/K-1001/exists')).body).toEqual({ exists: true });
    expect((await shop.ask('GET', '/claims/K-1/exists')).body).toEqual({ exists: false });
    expect((await shop.ask('POST', '/orders/40010002/claims', { body })).status).toBe(409);
    expect((await shop.ask('POST', '/orders/40010003/claims', { body: { kind: 'ugly' } })).status).toBe(400);
  });
});

describe('tickets', () => {
  it('promise an answer within 24 hours', async () => {
    await using shop = await openShop();
    const made = await shop.ask('POST', '/tickets', {
      body: { contact: 'a@example.com', topic: 'other', order: null },
    });
    expect(made).toMatchObject({
      status: 201,
      body: { id: 'T-1001', channel: 'email', answerBy: '2026-03-19T10:00:00.000Z' },
    });
    expect((await shop.ask('GET', '/tickets/T-1001/exists')).body).toEqual({ exists: true });
    const callback = await shop.ask('POST', '/tickets', {
      body: { channel: 'phone', contact: '+49305550', topic: 'callback' },
    });
    expect(callback).toMatchObject({ status: 201, body: { channel: 'phone' } });
  });

  it.each([[{}], [{ contact: 'no address' }], [{ channel: 'pigeon', contact: 'a@b.de' }]])(
    'refuse %j',
    async (body) => {
      await using shop = await openShop();
      expect((await shop.ask('POST', '/tickets', { body })).status).toBe(400);
    },
  );
});

describe('payments', () => {
  it('gives a link to pay again only where the payment failed', async () => {
    await using shop = await openShop();
    const unpaid = shop.order(({ payment }) => payment.state === 'failed');
    expect((await shop.ask('GET', `/orders/${unpaid.number}/payment`)).body).toMatchObject({
      state: 'failed',
      currency: 'EUR',
    });
    const link = await shop.ask('POST', `/orders/${unpaid.number}/payment/retry`, { body: {} });
    expect(link).toMatchObject({ status: 201, body: { validMinutes: 120, expiresAt: '2026-03-18T12:00:00.000Z' } });
    expect((await shop.ask('POST', '/orders/40010001/payment/retry', { body: {} })).body).toMatchObject({
      code: 'already_paid',
    });
    await shop.ask('POST', `/orders/${unpaid.number}/cancel`, { body: {} });
    expect((await shop.ask('POST', `/orders/${unpaid.number}/payment/retry`, { body: {} })).body).toMatchObject({
      code: 'closed',
    });
  });
});

describe('offers', () => {
  it('checks vouchers in any case of letters and says why one is refused', async () => {
    await using shop = await openShop();
    expect((await shop.ask('GET', '/vouchers/heath10')).body).toMatchObject({ allowed: true, voucher: 'HEATH10' });
    expect((await shop.ask('GET', '/vouchers/BROOK17')).body).toMatchObject({ allowed: false, code: 'expired' });
    expect((await shop.ask('GET', '/vouchers/RIDGE24')).body).toMatchObject({ allowed: false, code: 'used' });
    expect((await shop.ask('GET', '/vouchers/NOPE99')).body).toMatchObject({ allowed: false, code: 'unknown' });
  });

  it('tells stock and price, and when something comes back', async () => {
    await using shop = await openShop();
    const products = [...shop.shop.data.products.values()];
    const soldOut = products.find(({ backOn }) => backOn !== null);
    expect((await shop.ask('GET', '/stock/kettle')).body).toMatchObject({
      name: 'Tarn kettle, 1.7 l',
      price: 59.9,
      isInStock: true,
    });
    expect((await shop.ask('GET', `/stock/${soldOut?.key}`)).body).toMatchObject({
      isInStock: false,
      quantity: 0,
      backOn: soldOut?.backOn,
    });
    expect((await shop.ask('GET', '/stock/spaceship')).status).toBe(404);
  });

  it.each([
    ['2026-03-18T07:00:00Z', true],
    ['2026-03-18T06:59:00Z', false],
    ['2026-03-18T18:59:00Z', true],
    ['2026-03-18T19:00:00Z', false],
    ['2026-03-21T14:59:00Z', true],
    ['2026-03-21T15:00:00Z', false],
    ['2026-03-22T10:00:00Z', false],
    ['2026-07-15T06:00:00Z', true],
  ])('is open at %s: %s, by the clock of Berlin', async (instant, isOpen) => {
    await using shop = await openShop({ now: () => Date.parse(instant) });
    expect((await shop.ask('GET', '/hours')).body).toMatchObject({ isOpen, zone: 'Europe/Berlin' });
  });
});
