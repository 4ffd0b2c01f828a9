import { z } from 'zod';
import type { HttpAnswer, HttpRequest, HttpRoute } from '../../channels/contract/http.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Clock } from '../../runtime/ports.ts';
import { errorBody } from '../serving/error-answer.ts';
import { isLoopback } from '../serving/is-loopback.ts';

type TestClock = { readonly clock: Clock; advance(ms: number): Promise<void> };

const step = z.strictObject({ advance: z.string() });

/** /test/clock: lets time pass in a test. POST answers when everything that came due has been handled. */
export function testClockRoutes({ clock, advance }: TestClock): readonly HttpRoute[] {
  const now = (): HttpAnswer => ({ status: 200, body: JSON.stringify({ now: new Date(clock.now()).toISOString() }) });
  return [
    { method: 'GET', path: '/test/clock', answer: async (request) => refuse(request) ?? now() },
    {
      method: 'POST',
      path: '/test/clock',
      async answer(request) {
        const refusal = refuse(request);
        if (refusal) return refusal;
        await advance(readStep(request.body));
        return now();
      },
    },
  ];
}

function refuse(request: HttpRequest): HttpAnswer | undefined {
  if (request.isLocal() && isLoopback(request.address)) return undefined;
  return errorBody(403, 'FORBIDDEN', 'the test clock is moved from this machine only');
}

const unitMs = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

function readStep(body: unknown): number {
  const read = step.safeParse(body);
  const parts = read.success ? [...read.data.advance.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)] : [];
  const isWhole = read.success && parts.length > 0 && parts.map(([part]) => part).join('') === read.data.advance;
  if (!isWhole)
    throw new TouchpointError('BAD_REQUEST', 'the body must be {"advance":"25h"}', { fix: 'use ms, s, m, h, d' });
  return Math.round(parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * unitOf(unit), 0));
}

function unitOf(unit: string | undefined): number {
  return Object.entries(unitMs).find(([name]) => name === unit)?.[1] ?? 0;
}
