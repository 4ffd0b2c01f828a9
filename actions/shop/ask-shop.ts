/** How every action speaks to the shop: one request, its answer checked. */
import type { z } from 'touchpoint/actions';

/** What an action is given; `fetch` sends the idempotency key along and stops when nobody waits any more. */
export type Context = {
  readonly services: Readonly<Record<string, string>>;
  readonly fetch: typeof fetch;
};

export type Asked = {
  readonly method?: 'GET' | 'POST' | 'PUT';
  /** as `/orders/40010001`; parts must be encoded */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** the customer's proof: with it, the shop denies knowing anybody else's order */
  readonly proof?: string | null | undefined;
};

/**
 * @throws where the shop is out of reach, answers with another status than 2xx, or answers with something that does not have the form of `output`
 */
export async function askShop<T>(context: Context, asked: Asked, output: z.ZodType<T>): Promise<T> {
  const response = await context.fetch(`${context.services['shop']}${asked.path}`, {
    method: asked.method ?? 'GET',
    headers: { 'content-type': 'application/json', ...(asked.proof == null ? {} : { proof: asked.proof }) },
    ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`the shop answered ${response.status}: ${text.slice(0, 200)}`);
  return output.parse(JSON.parse(text));
}
