/**
 * HTTP as values: requests whose bodies have been read, answers, and routes. Channels and pages are written in them and know no server; the one
 * that hosts them turns wire requests into these values and back.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { Value } from '../../events/understood.ts';

/**
 * A request whose body has been read.
 *
 * @property params parts of the path named by the route, decoded; `*` is what a wildcard took
 * @property body the JSON body; `undefined` when there was none
 * @property raw the body as it was sent, for signatures over it
 * @property bytes the body at a route that takes files; empty elsewhere
 * @property address of the caller, for rate limits
 */
export type HttpRequest = {
  readonly method: string;
  readonly params: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  readonly body: Value | undefined;
  readonly raw: string;
  readonly bytes: Buffer;
  readonly address: string;
  query(): URLSearchParams;
  /** `https://chat.example`: the origin the caller reached this server at */
  ownOrigin(): string;
  /** the Host header names this machine */
  isLocal(): boolean;
  /** ends when the caller has gone away, or has the answer */
  gone(): AbortSignal;
};

/** Where an answer that goes on is written. `write` drops a caller who takes nothing in. */
export type Line = { write(text: string): void; end(): void };

/**
 * An answer; its body is JSON unless `headers` say otherwise.
 *
 * @property stream called once with the line on which the answer goes on behind the body, until it is ended or the caller goes away
 */
export type HttpAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  stream?(line: Line): void;
};

/**
 * A path (`/a/:name`, `/b/*`) and what answers there. A rejection with a TouchpointError becomes the status that fits its code.
 *
 * @property headers go with every answer at this path, whoever makes it (refused bodies, failures)
 * @property fileBytes its bodies are files, and have so many bytes at most; no JSON is read
 * @property hot answered before everything else: for the one path on which the turns of conversations come in
 */
export type HttpRoute = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly fileBytes?: number;
  readonly hot?: boolean;
  answer(request: HttpRequest): Promise<HttpAnswer>;
};
