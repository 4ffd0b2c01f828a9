/** The shop on a socket: reads a request, lets a fault strike where one was ordered, answers. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { controlRoutes } from '../routes/control.ts';
import type { Shop } from '../shop.ts';
import { type Asked, doBusiness } from './do-business.ts';
import type { Answer } from './exchange.ts';
import { malformed, ok } from './exchange.ts';
import type { Fault } from './faults.ts';
import { strike } from './faults.ts';
import { readBody } from './read-body.ts';
import { answerBy } from './router.ts';

/** Not listening yet. */
export function serve(shop: Shop): Server {
  return createServer((request, response) => {
    answerRequest(shop, request, response).catch(() => response.destroy());
  });
}

async function answerRequest(shop: Shop, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://shop');
  const body = await readBody(request);
  if (body === undefined) return send(response, malformed('The body is not a JSON object of at most 64 KiB.'));
  const asked = {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    body,
    key: header(request, 'idempotency-key'),
    proof: header(request, 'proof'),
  };
  if (asked.path === '/healthz') return send(response, ok({ ok: true }));
  if (asked.path.startsWith('/control/')) return send(response, answerBy(controlRoutes, asked, shop));
  await doWithFaults(shop, asked, response);
}

async function doWithFaults(shop: Shop, asked: Asked, response: ServerResponse): Promise<void> {
  const carryOut = doBusiness(shop, asked);
  const { fault, left } = strike(shop.faults, asked);
  shop.faults = left;
  if (fault === undefined) return send(response, carryOut());
  const lost = fault.isAfter ? carryOut() : undefined;
  await delay(fault.delayMs, response);
  misbehave(fault, response, () => lost ?? carryOut());
}

function misbehave(fault: Fault, response: ServerResponse, carryOut: () => Answer): void {
  if (response.destroyed || fault.kind === 'hang') return;
  if (fault.kind === 'reset') return void response.socket?.resetAndDestroy();
  if (fault.kind === 'garbage')
    return void response.writeHead(200, { 'content-type': 'application/json' }).end('<html>{"ok": tru');
  const failure = { status: fault.status, body: { error: 'The shop is out of order.' } };
  send(response, fault.kind === 'status' ? failure : carryOut());
}

/** Ends early when the caller has gone. */
function delay(ms: number, response: ServerResponse): Promise<void> {
  if (ms === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    response.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function header(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

function send(response: ServerResponse, answer: Answer): void {
  const text = answer.body === null ? '' : JSON.stringify(answer.body);
  response.writeHead(answer.status, text === '' ? {} : { 'content-type': 'application/json; charset=utf-8' }).end(text);
}
