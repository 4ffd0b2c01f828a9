import type { ServerResponse } from 'node:http';
import type { HttpAnswer } from '../../channels/contract/http.ts';

/** Headers of every answer: nothing is guessed, framed, kept or leaked unless a route says so. */
const always = {
  'Content-Type': 'application/json',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
} as const;

/** Writes an answer; `headers` of the route come below those of the answer. HEAD gets the headers alone. */
export function writeAnswer(
  response: ServerResponse,
  answer: HttpAnswer,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.headersSent || response.destroyed) return;
  const length = { 'Content-Length': Buffer.byteLength(answer.body) };
  const hasBody = answer.status !== 204 && answer.status !== 304;
  response.writeHead(answer.status, { ...always, ...headers, ...answer.headers, ...(hasBody ? length : {}) });
  response.end(hasBody && response.req.method !== 'HEAD' ? answer.body : undefined);
}
