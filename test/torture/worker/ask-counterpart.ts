/** How a process reaches the counterpart: its channel, which pushes, and its actions. */
import type { ActionResult } from '../../../src/dialogs/input.ts';
import type { Channel, Sent } from '../../../src/runtime/ports/delivery.ts';
import type { RunAction } from '../../../src/runtime/ports.ts';
import type { Orders } from './orders.ts';

/** A channel's own time-out; the counterpart that hangs is given up then. */
const sendMs = 4_000;

export function channelTo({ counterpart, name }: Orders): Channel {
  return {
    name: 'push',
    delivery: 'push',
    async send({ id, conversation, seq, text }) {
      const answer = await post(`${counterpart}/deliver`, { id, conversation, seq, text, process: name }, sendMs);
      return sentOf(answer);
    },
  };
}

export function actionsOf({ counterpart, name }: Orders): RunAction {
  return async ({ action, idempotencyKey, signal }) => {
    const answer = await post(`${counterpart}/call`, { action, key: idempotencyKey, process: name }, signal);
    return resultOf(answer);
  };
}

/** @property status 0: no answer came */
type Answer = { readonly status: number; readonly text: string };

async function post(url: string, body: object, limit: number | AbortSignal): Promise<Answer> {
  const signal = typeof limit === 'number' ? AbortSignal.timeout(limit) : limit;
  try {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(body), signal });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    return { status: 0, text: String(error) };
  }
}

function sentOf({ status, text }: Answer): Sent {
  return status === 200 ? { ok: true } : { ok: false, retryAfterMs: 150, message: `${status} ${text}` };
}

function resultOf({ status, text }: Answer): ActionResult {
  if (status === 200) return { ok: true, output: true };
  const failure = status === 0 ? 'unknown' : status === 422 ? 'refused' : 'error';
  return { ok: false, failure, message: text };
}
