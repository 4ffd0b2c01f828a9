/**
 * What came of a request, as data: the caller decides whether to wait, to ask for a new token, to start again or to give up.
 */
import type { Instant, Ports } from '../ports.ts';

/**
 * `unreachable`: no answer came, nobody knows what was done. `busy`: 408, 429 and every 5xx, worth another try. `forbidden`: 401 and 403, the
 * token is old or not for this. `unknown`: 404, the conversation is gone. `refused`: any other answer; trying again changes nothing.
 */
export type Refusal = 'unreachable' | 'busy' | 'forbidden' | 'unknown' | 'refused';

export type Answer =
  | { readonly ok: true; readonly body: string }
  | { readonly ok: false; readonly why: Refusal; readonly retryAfterMs: number };

const timeLimitMs = 20_000;

/** Never rejects. The answer's body is JSON text. */
export async function ask(ports: Ports, url: string, init: RequestInit): Promise<Answer> {
  const limit = new AbortController();
  const cancel = ports.after(timeLimitMs, () => limit.abort());
  return answerOf(ports, ports.fetch(url, { ...init, signal: limit.signal, cache: 'no-store' })).finally(cancel);
}

/** What came of a request that is on its way. Never rejects. */
export async function answerOf(ports: Ports, coming: Promise<Response>): Promise<Answer> {
  try {
    const response = await coming;
    if (response.ok) return { ok: true, body: await response.text() };
    return {
      ok: false,
      why: refusal(response.status),
      retryAfterMs: retryAfterMs(response.headers.get('retry-after'), ports.now()),
    };
  } catch {
    return { ok: false, why: 'unreachable', retryAfterMs: 0 };
  }
}

function refusal(status: number): Refusal {
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 404) return 'unknown';
  return status === 408 || status === 429 || status >= 500 ? 'busy' : 'refused';
}

/** RFC 9110 §10.2.3: seconds or a date. 0 where nothing sensible is said. */
function retryAfterMs(header: string | null, now: Instant): number {
  if (!header) return 0;
  const seconds = Number(header);
  const wait = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  return wait > 0 ? wait : 0;
}
