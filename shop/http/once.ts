import type { Shop } from '../shop.ts';
import type { Answer } from './exchange.ts';

/**
 * Carries a writing request out once per Idempotency-Key: the same key gets the same answer, refusals included. A key that comes back with another
 * request is a mistake of the caller and gets 422. Reading requests, and those without a key, are simply carried out.
 */
export function once(
  shop: Shop,
  request: { readonly method: string; readonly path: string; readonly body: unknown; readonly key: string | null },
  carryOut: () => Answer,
): Answer {
  if (request.key === null || request.method === 'GET') return carryOut();
  const kept = shop.kept.get(request.key);
  const print = `${request.method} ${request.path} ${JSON.stringify(request.body)}`;
  if (kept !== undefined) return kept.request === print ? kept.answer : reused;
  const answer = carryOut();
  shop.kept.set(request.key, { request: print, answer });
  return answer;
}

const reused: Answer = { status: 422, body: { error: 'This Idempotency-Key belongs to another request.' } };
