import type { Shop } from '../shop.ts';
import type { Answer, Exchange } from './exchange.ts';
import { notFound } from './exchange.ts';

export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `/orders/:number/refund` */
  readonly path: string;
  answer(exchange: Exchange, shop: Shop): Answer;
};

type Asked = Omit<Exchange, 'params'>;

/** Answers by the first route that fits; 404 for an unknown path, 405 for a known path with another method. */
export function answerBy(routes: readonly Route[], asked: Asked, shop: Shop): Answer {
  const parts = asked.path.split('/').map(decode);
  const onPath = routes.flatMap((route) => {
    const params = paramsOf(route.path, parts);
    return params === undefined ? [] : [{ route, params }];
  });
  const found = onPath.find(({ route }) => route.method === asked.method);
  if (found !== undefined) return found.route.answer({ ...asked, params: found.params }, shop);
  return onPath.length === 0
    ? notFound('address')
    : { status: 405, body: { error: 'This address does not take that method.' } };
}

function paramsOf(pattern: string, parts: readonly string[]): Record<string, string> | undefined {
  const names = pattern.split('/');
  if (names.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const part = parts[index] ?? '';
    if (name.startsWith(':') && part !== '') params[name.slice(1)] = part;
    else if (name !== part) return undefined;
  }
  return params;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
