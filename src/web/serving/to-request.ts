import type { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { HttpRequest } from '../../channels/contract/http.ts';
import type { Value } from '../../events/understood.ts';
import { isLoopback } from './is-loopback.ts';

/**
 * How this server is reached.
 *
 * @property publicUrl origin under which a proxy publishes it; by default callers' Host header says how they came
 * @property trustsProxy X-Forwarded-For and X-Forwarded-Proto come from our own proxy and may be believed
 */
export type Reach = { readonly publicUrl?: string; readonly trustsProxy?: boolean };

/** @property line what closes when the caller goes away */
type Parts = {
  readonly params: Readonly<Record<string, string>>;
  readonly body: Value | undefined;
  readonly raw: string;
  readonly bytes?: Buffer;
  readonly reach: Reach;
  readonly line: Pick<EventEmitter, 'once'>;
};

const nothing = Buffer.alloc(0);

/** A request as routes see it. */
export function toRequest(
  message: IncomingMessage,
  { params, body, raw, bytes = nothing, reach, line }: Parts,
): HttpRequest {
  const { headers } = message;
  return {
    method: message.method ?? 'GET',
    params,
    headers,
    body,
    raw,
    bytes,
    address: addressOf(message, reach),
    query: () => new URLSearchParams(queryOf(message.url ?? '')),
    ownOrigin: () => ownOrigin(message, reach),
    isLocal: () => isLoopback(hostName(headers.host ?? '')),
    gone: () => closing(line),
  };
}

function closing(line: Parts['line']): AbortSignal {
  const gone = new AbortController();
  line.once('close', () => gone.abort());
  return gone.signal;
}

function addressOf(message: IncomingMessage, { trustsProxy }: Reach): string {
  const forwarded = trustsProxy ? first(message.headers['x-forwarded-for']) : undefined;
  return forwarded ?? message.socket.remoteAddress ?? '';
}

function ownOrigin(message: IncomingMessage, { publicUrl, trustsProxy }: Reach): string {
  if (publicUrl !== undefined) return new URL(publicUrl).origin;
  const scheme = trustsProxy && first(message.headers['x-forwarded-proto']) === 'https' ? 'https' : 'http';
  return `${scheme}://${(message.headers.host ?? '').toLowerCase()}`;
}

function first(header: string | readonly string[] | undefined): string | undefined {
  return [header].flat()[0]?.split(',')[0]?.trim();
}

function queryOf(url: string): string {
  const mark = url.indexOf('?');
  return mark < 0 ? '' : url.slice(mark + 1);
}

function hostName(host: string): string {
  return /^(\[[^\]]*\]|[^:]*)(?::\d*)?$/.exec(host)?.[1] ?? '';
}
