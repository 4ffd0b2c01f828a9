import { describe, expect, it } from 'vitest';
import { openShop } from '../open-shop.ts';

const exists = '/orders/40010001/exists';

describe('a fault', () => {
  it('answers with the ordered status until it is deleted', async () => {
    await using shop = await openShop();
    expect(await shop.ask('POST', '/control/faults', { body: { path: exists, kind: 'status', status: 500 } })).toEqual({
      status: 204,
      body: null,
    });
    expect((await shop.ask('GET', exists)).status).toBe(500);
    expect((await shop.ask('GET', exists)).status).toBe(500);
    expect((await shop.ask('DELETE', '/control/faults')).status).toBe(204);
    expect((await shop.ask('GET', exists)).status).toBe(200);
  });

  it('strikes as often as ordered', async () => {
    await using shop = await openShop();
    await shop.ask('POST', '/control/faults', { body: { path: exists, kind: 'status', times: 2 } });
    const statuses: number[] = [];
    for (let time = 0; time < 3; time++) statuses.push((await shop.ask('GET', exists)).status);
    expect(statuses).toEqual([503, 503, 200]);
  });

  it.each([
    ['/orders/*', '/orders/40010001', true],
    ['/orders/*', '/orders/40010001/refund', true],
    ['/orders/*/refund', '/orders/40010001/refund', true],
    ['/orders/*/refund', '/orders/40010001/cancel', false],
    ['/orders/40010001', '/orders/40010001', true],
    ['/orders/40010001', '/orders/40010001/refund', false],
    ['*', '/hours', true],
    ['/*', '/hours', true],
    ['/a*ab', '/aab', true],
    ['/ab*ab', '/ab', false],
  ])('on %s meets %s: %s', async (fault, path, isMet) => {
    await using shop = await openShop();
    const ordered = await shop.ask('POST', '/control/faults', { body: { path: fault, kind: 'status', status: 418 } });
    expect(ordered.status).toBe(fault.startsWith('/') ? 204 : 400);
    expect((await shop.ask('GET', path)).status === 418).toBe(isMet && fault.startsWith('/'));
  });

  it('keeps to its method', async () => {
    await using shop = await openShop();
    await shop.ask('POST', '/control/faults', { body: { path: '/orders/*', method: 'post', kind: 'status' } });
    expect((await shop.ask('GET', '/orders/40010002/refundable')).status).toBe(200);
    expect((await shop.ask('POST', '/orders/40010003/refund', { body: {} })).status).toBe(503);
  });

  it('never touches health checks and control', async () => {
    await using shop = await openShop();
    await shop.ask('POST', '/control/faults', { body: { path: '/*', kind: 'hang' } });
    expect((await shop.ask('GET', '/healthz')).status).toBe(200);
    expect((await shop.ask('GET', '/control/calls')).status).toBe(200);
  });

  it('of kind slow answers rightly, only later', async () => {
    await using shop = await openShop();
    await shop.ask('POST', '/control/faults', { body: { path: exists, kind: 'slow', delayMs: 40 } });
    const started = performance.now();
    expect(await shop.ask('GET', exists)).toEqual({ status: 200, body: { exists: true } });
    expect(performance.now() - started).toBeGreaterThanOrEqual(35);
  });

  it('of kind hang says nothing', async () => {
    await using shop = await openShop();
    await shop.ask('POST', '/control/faults', { body: { path: exists, kind: 'hang' } });
    const waiting = fetch(`${shop.url}${exists}`, { signal: AbortSignal.timeout(60) });
    await expect(waiting).rejects.toThrow(/timeout/);
  });

  it('of kind reset drops the connection', async () => {
    await using shop = await openShop();
    await shop.ask('POST', '/control/faults', { body: { path: exists, kind: 'reset' } });
    await expect(fetch(`${shop.url}${exists}`)).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
  });

  it('of kind garbage answers 200 with something that is no JSON', async () => {
    await using shop = await openShop();
    await shop.ask('POST', '/control/faults', { body: { path: exists, kind: 'garbage' } });
    const response = await fetch(`${shop.url}${exists}`);
    expect(response.status).toBe(200);
    await expect(response.json()).rejects.toThrow(SyntaxError);
  });

  it('with `after` loses the answer but not the deed, which the same key then finds done', async () => {
    await using shop = await openShop();
    const path = '/orders/40010003/refund';
    await shop.ask('POST', '/control/faults', { body: { path, kind: 'reset', after: true, times: 1 } });
    await expect(shop.ask('POST', path, { body: {}, key: 'k' })).rejects.toThrow();
    expect(shop.shop.data.orders.get('40010003')?.status).toBe('refunded');
    expect((await shop.ask('POST', path, { body: {}, key: 'k' })).status).toBe(200);
  });

  it.each([
    [{}],
    [{ path: 'orders', kind: 'hang' }],
    [{ path: '/a', kind: 'explode' }],
    [{ path: '/a', kind: 'status', status: 7 }],
  ])('is refused when it makes no sense: %j', async (body) => {
    await using shop = await openShop();
    expect((await shop.ask('POST', '/control/faults', { body })).status).toBe(400);
  });
});
