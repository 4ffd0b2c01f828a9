/**
 * The shop without a socket, for whoever runs it in their own process (`touchpoint simulate`): the same data, rules and routes. Faults need a socket: one that
 * is ordered is refused.
 */
import { doBusiness } from './http/do-business.ts';
import { type Answer, malformed } from './http/exchange.ts';
import { parseBody } from './http/read-body.ts';
import { answerBy } from './http/router.ts';
import { controlRoutes } from './routes/control.ts';
import { createShop } from './shop.ts';

/** A shop of its own, with a fresh shop's data. */
export function createService(): (url: string, init?: RequestInit) => Promise<Response> {
  const shop = createShop({ seed: 1, now: Date.now });
  return async (url, { method = 'GET', headers: given, body: sent } = {}) => {
    const { pathname: path, searchParams: query } = new URL(url);
    const body = parseBody(typeof sent === 'string' ? sent : '');
    if (body === undefined) return responseOf(malformed('The body is not a JSON object.'));
    const headers = new Headers(given);
    const [key, proof] = [headers.get('idempotency-key'), headers.get('proof')];
    const asked = { method, path, query, body, key, proof };
    if (path === '/control/faults') return responseOf(malformed('A shop without a socket has no faults.'));
    if (path.startsWith('/control/')) return responseOf(answerBy(controlRoutes, asked, shop));
    return responseOf(doBusiness(shop, asked)());
  };
}

function responseOf({ status, body }: Answer): Response {
  return new Response(body === null ? null : JSON.stringify(body), { status });
}
