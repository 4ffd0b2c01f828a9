import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpAnswer, HttpRoute } from '../../channels/contract/http.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Value } from '../../events/understood.ts';
import type { Clock, Log } from '../../runtime/ports.ts';
import { parseJson } from '../body/parse-json.ts';
import { readBytes } from '../body/read-bytes.ts';
import { readText } from '../body/read-text.ts';
import { errorAnswer, errorBody } from './error-answer.ts';
import { type Reach, toRequest } from './to-request.ts';
import { writeAnswer } from './write-answer.ts';

/** What serving a request needs besides its route. */
export type Serving = {
  readonly reach: Reach;
  readonly log: Log;
  readonly wall: Clock;
  /** no new request is wanted on a connection once the server is closing */
  isClosing(): boolean;
  answered(answered: { readonly route: HttpRoute; readonly status: number; readonly ms: number }): void;
};

type Exchange = {
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
  readonly params: Readonly<Record<string, string>>;
};

/** Reads the request, lets the route answer, and writes the answer. Never rejects. */
export async function serveRoute(serving: Serving, route: HttpRoute, exchange: Exchange): Promise<void> {
  const started = serving.wall.now();
  const answer = await answerOf(serving, route, exchange);
  if (serving.isClosing()) exchange.response.shouldKeepAlive = false;
  writeAnswer(exchange.response, answer, route.headers);
  serving.answered({ route, status: answer.status, ms: serving.wall.now() - started });
}

async function answerOf({ reach, log }: Serving, route: HttpRoute, exchange: Exchange): Promise<HttpAnswer> {
  const { message, response, params } = exchange;
  try {
    const body = await readBody(message, route);
    return await route.answer(toRequest(message, { params, ...body, reach, line: response }));
  } catch (error) {
    if (response.destroyed && isAbort(error)) return errorBody(499, 'GONE', 'the caller went away');
    const answer = errorAnswer(error);
    if (answer.status >= 500) log.error({ err: error, path: route.path, ...codeOf(error) }, 'a request failed');
    return answer;
  }
}

type Body = { readonly body: Value | undefined; readonly raw: string; readonly bytes?: Buffer };

async function readBody(message: IncomingMessage, { method, fileBytes }: HttpRoute): Promise<Body> {
  if (fileBytes !== undefined)
    return { body: undefined, raw: '', bytes: await readBytes(message, fileBytes, () => tooLarge(fileBytes)) };
  const raw = hasBody(method) ? await readText(message) : '';
  return { body: parseJson(raw), raw };
}

function tooLarge(bytes: number): TouchpointError {
  const megabytes = Math.floor(bytes / 1024 / 1024);
  return new TouchpointError('TOO_LARGE', `the files are larger than ${megabytes} MB together`, {
    fix: 'send smaller ones, or one after the other',
  });
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

function codeOf(error: unknown): { readonly code?: string } {
  return error instanceof TouchpointError ? { code: error.code } : {};
}

function hasBody(method: HttpRoute['method']): boolean {
  return method !== 'GET' && method !== 'OPTIONS';
}
