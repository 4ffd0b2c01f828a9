import { describe, expect, it } from 'vitest';
import { createService } from '../../shop/inside.ts';
import { noon, openShop } from './open-shop.ts';

type Asked = readonly [method: string, path: string, body?: object];

const asked: readonly Asked[] = [
  ['POST', '/control/reset', { seed: 3, at: noon, orders: 60 }],
  ['GET', '/control/fixtures'],
  ['GET', '/orders/40010002'],
  ['GET', '/orders/99999999'],
  ['POST', '/orders/40010001/cancel', {}],
  ['POST', '/orders/40010001/cancel', {}],
  ['DELETE', '/orders/40010001'],
  ['GET', '/nowhere'],
];

describe('the shop inside another process', () => {
  it('answers as the one on a socket does, and does once what has one key', async () => {
    await using shop = await openShop();
    const inside = createService();
    for (const [method, path, body] of asked) {
      const init = {
        method,
        headers: { 'idempotency-key': `${method} ${path}`, proof: '10115' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      };
      const [one, other] = [await fetch(`${shop.url}${path}`, init), await inside(`http://shop.inside${path}`, init)];
      expect([path, other.status, await other.text()]).toEqual([path, one.status, await one.text()]);
    }
  });

  it('refuses a body that is no object, and faults, which need a socket', async () => {
    const inside = createService();
    const post = { method: 'POST', body: '[1]' };
    expect((await inside('http://shop.inside/tickets', post)).status).toBe(400);
    const fault = { method: 'POST', body: JSON.stringify({ path: '/orders/*', kind: 'hang' }) };
    expect((await inside('http://shop.inside/control/faults', fault)).status).toBe(400);
  });
});
