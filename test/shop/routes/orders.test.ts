import { describe, expect, it } from 'vitest';
import { openShop } from '../open-shop.ts';

const [processing, shipped, delivered, returned, refunded] = [
  '40010001',
  '40010002',
  '40010003',
  '40010004',
  '40010005',
];

describe('reading an order', () => {
  it('shows its status, its money and its days, and no address', async () => {
    await using shop = await openShop();
    const { status, body } = await shop.ask('GET', `/orders/${shipped}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ number: shipped, status: 'shipped', currency: 'EUR', daysLate: 0 });
    expect(JSON.stringify(body)).not.toMatch(/Lindenweg|10115|Winter|C1001/);
  });

  it('adds the items up to the total', async () => {
    await using shop = await openShop();
    const order = shop.order(({ items }) => items.length === 3);
    const cents = order.items.reduce((sum, item) => sum + item.priceCents * item.quantity, 0);
    const { body } = await shop.ask('GET', `/orders/${order.number}`);
    expect(body).toMatchObject({ total: cents / 100, summary: `${order.items[0]?.name} and 2 more items` });
  });

  it('says how many days a parcel is late', async () => {
    await using shop = await openShop();
    const late = shop.order(({ status, eta }) => status === 'shipped' && eta !== null && eta < '2026-03-18');
    const { body } = await shop.ask('GET', `/orders/${late.number}/status`);
    expect(body).toMatchObject({
      status: 'shipped',
      daysLate: (Date.parse('2026-03-18') - Date.parse(late.eta ?? '')) / 86_400_000,
    });
  });

  it('knows which orders exist', async () => {
    await using shop = await openShop();
    expect((await shop.ask('GET', `/orders/${shipped}/exists`)).body).toEqual({ exists: true });
    expect((await shop.ask('GET', '/orders/10000000/exists')).body).toEqual({ exists: false });
    expect((await shop.ask('GET', '/orders/10000000')).status).toBe(404);
    expect((await shop.ask('GET', '/orders/%E0%A4%A/exists')).body).toEqual({ exists: false });
  });

  it("denies somebody else's order when a proof comes along", async () => {
    await using shop = await openShop();
    const path = `/orders/${shipped}/refundable`;
    expect((await shop.ask('GET', path, { proof: '10115' })).status).toBe(200);
    expect((await shop.ask('GET', path, { proof: ' ADA.winter@example.com ' })).status).toBe(200);
    expect((await shop.ask('GET', path, { proof: '20095' })).status).toBe(404);
    expect((await shop.ask('POST', `/orders/${delivered}/refund`, { proof: '20095', body: {} })).status).toBe(404);
    expect(shop.shop.data.orders.get(delivered ?? '')?.status).toBe('delivered');
  });

  it.each([
    ['refundable', processing, false, 'not_sent'],
    ['refundable', shipped, false, 'on_its_way'],
    ['refundable', delivered, true, 'allowed'],
    ['refundable', returned, true, 'allowed'],
    ['refundable', refunded, false, 'already_refunded'],
    ['cancellable', processing, true, 'allowed'],
    ['cancellable', shipped, false, 'on_its_way'],
    ['cancellable', delivered, false, 'too_late'],
    ['address-changeable', processing, true, 'allowed'],
    ['address-changeable', shipped, false, 'on_its_way'],
    ['address-changeable', delivered, false, 'too_late'],
    ['returnable', processing, false, 'not_sent'],
    ['returnable', shipped, false, 'on_its_way'],
    ['returnable', delivered, true, 'allowed'],
    ['returnable', returned, false, 'already_returned'],
    ['claimable?kind=damaged', delivered, true, 'allowed'],
    ['claimable?kind=damaged', shipped, false, 'not_delivered'],
    ['claimable?kind=faulty', refunded, false, 'already_refunded'],
    ['claimable?kind=lost', processing, false, 'not_sent'],
    ['claimable?kind=lost', shipped, false, 'on_its_way'],
    ['claimable?kind=lost', delivered, true, 'allowed'],
  ])('%s says of order %s: %s, %s', async (...row) => {
    const [rule, number, allowed, code] = row;
    await using shop = await openShop();
    const { body } = await shop.ask('GET', `/orders/${number}/${rule}`);
    expect(body).toMatchObject({ allowed, code, reason: allowed ? '' : expect.stringMatching(/^[a-z].*[^.]$/) });
  });

  it('ends the return period after 30 days and the warranty after two years', async () => {
    await using shop = await openShop();
    const overdue = shop.order(
      ({ status, deliveredOn }) => status === 'delivered' && deliveredOn !== null && deliveredOn < '2026-02-16',
    );
    expect((await shop.ask('GET', `/orders/${overdue.number}/returnable`)).body).toMatchObject({
      allowed: false,
      code: 'too_late',
    });
    const old = shop.order(
      ({ status, deliveredOn }) => status === 'delivered' && deliveredOn !== null && deliveredOn < '2024-03-18',
    );
    expect((await shop.ask('GET', `/orders/${old.number}/warranty`)).body).toMatchObject({
      isCovered: false,
      isDelivered: true,
    });
    expect((await shop.ask('GET', `/orders/${old.number}/claimable?kind=faulty`)).body).toMatchObject({
      code: 'warranty_over',
    });
    expect((await shop.ask('GET', `/orders/${delivered}/warranty`)).body).toMatchObject({ isCovered: true });
    expect((await shop.ask('GET', `/orders/${shipped}/warranty`)).body).toEqual({
      isCovered: false,
      until: null,
      isDelivered: false,
    });
  });

  it('gives the invoice once the parcel has left', async () => {
    await using shop = await openShop();
    expect((await shop.ask('GET', `/orders/${processing}/invoice`)).body).toMatchObject({ isReady: false, url: null });
    expect((await shop.ask('GET', `/orders/${shipped}/invoice`)).body).toMatchObject({
      isReady: true,
      number: `R-${shipped}`,
    });
  });

  it('answers 405 to a known address with another method, 404 to an unknown one, 400 to a body that is no object', async () => {
    await using shop = await openShop();
    expect((await shop.ask('DELETE', `/orders/${shipped}`)).status).toBe(405);
    expect((await shop.ask('GET', '/nowhere')).status).toBe(404);
    expect((await shop.ask('POST', '/tickets', { body: [1] })).status).toBe(400);
    expect((await shop.ask('POST', '/tickets', { body: { contact: 'x'.repeat(70_000) } })).status).toBe(400);
  });
});
