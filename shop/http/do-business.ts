/** A request of the business's, however it came in. */
import { businessRoutes } from '../routes/business.ts';
import type { Shop } from '../shop.ts';
import type { Answer } from './exchange.ts';
import { once } from './once.ts';
import { answerBy } from './router.ts';

export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly key: string | null;
  readonly proof: string | null;
};

/** Keeps that it was asked. @returns carries it out */
export function doBusiness(shop: Shop, asked: Asked): () => Answer {
  keepCall(shop, asked);
  return () => once(shop, asked, () => answerBy(businessRoutes, asked, shop));
}

function keepCall(shop: Shop, { method, path, query, body, key }: Asked): void {
  const at = new Date(shop.now()).toISOString();
  shop.calls.push({
    index: shop.calls.length + 1,
    method,
    path,
    query: query.toString(),
    idempotencyKey: key,
    body,
    at,
  });
}
