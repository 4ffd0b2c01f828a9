/** A shop on a free port in this process, its clock standing still on Wednesday 18 March 2026, 11:00 in Berlin. */
import type { AddressInfo } from 'node:net';
import type { Order } from '../../shop/data/shop-data.ts';
import { serve } from '../../shop/http/serve.ts';
import type { Shop } from '../../shop/shop.ts';
import { createShop } from '../../shop/shop.ts';

export const noon = Date.UTC(2026, 2, 18, 10);

export type Reply = { readonly status: number; readonly body: unknown };

export type OpenShop = AsyncDisposable & {
  readonly url: string;
  readonly shop: Shop;
  ask(method: string, path: string, options?: { body?: unknown; key?: string; proof?: string }): Promise<Reply>;
  /** the first order for which the test holds */
  order(test: (order: Order) => boolean): Order;
};

export async function openShop(
  options: { readonly seed?: number; readonly now?: () => number } = {},
): Promise<OpenShop> {
  const shop = createShop({ seed: options.seed ?? 1, now: options.now ?? (() => noon) });
  const server = serve(shop);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${portOf(server.address())}`;
  return {
    url,
    shop,
    ask: (method, path, asked = {}) => ask(`${url}${path}`, method, asked),
    order: (test) => {
      const found = [...shop.data.orders.values()].find(test);
      if (found === undefined) throw new Error('No order is like that.');
      return found;
    },
    [Symbol.asyncDispose]: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function ask(
  url: string,
  method: string,
  asked: { body?: unknown; key?: string; proof?: string },
): Promise<Reply> {
  const response = await fetch(url, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(asked.key === undefined ? {} : { 'idempotency-key': asked.key }),
      ...(asked.proof === undefined ? {} : { proof: asked.proof }),
    },
    ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
  });
  const text = await response.text();
  const body: unknown = text === '' ? null : JSON.parse(text);
  return { status: response.status, body };
}

function portOf(address: string | AddressInfo | null): number {
  if (typeof address !== 'object' || address === null) throw new Error('The shop is not listening.');
  return address.port;
}
