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
  if (answer.stream) return goOn(response, answer, headers);
  const length = { 'Content-Length': Buffer.byteLength(answer.body) };
  const hasBody = answer.status !== 204 && answer.status !== 304;
  response.writeHead(answer.status, { ...always, ...headers, ...answer.headers, ...(hasBody ? length : {}) });
  response.end(hasBody && response.req.method !== 'HEAD' ? answer.body : undefined);
}

/** Bytes that may wait for a caller who reads slowly; then it has to come again. */
const mostWaiting = 1_000_000;

function goOn(response: ServerResponse, answer: HttpAnswer, headers: Readonly<Record<string, string>>): void {
  response.writeHead(answer.status, { ...always, ...headers, ...answer.headers });
  if (response.req.method === 'HEAD') return void response.end();
  response.write(answer.body);
  answer.stream?.({
    write(text) {
      if (response.writableLength > mostWaiting) response.destroy();
      else if (!response.destroyed) response.write(text);
    },
    end: () => void response.end(),
  });
}
