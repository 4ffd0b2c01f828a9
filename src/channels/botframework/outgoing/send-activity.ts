import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Sent } from '../../../runtime/ports/delivery.ts';
import type { Adapter } from '../adapter.ts';
import type { Reference } from '../reference.ts';

/** What the connector's error tells of an answer. */
const failure = z.looseObject({
  statusCode: z.number().optional(),
  code: z.string().optional(),
  response: z
    .looseObject({ headers: z.custom<{ get(name: string): string | null | undefined }>().optional() })
    .optional(),
});

/** Sends one activity; what went wrong becomes what the outbox is to do about it. */
export async function sendActivity(adapter: Adapter, reference: Reference, activity: Partial<Activity>): Promise<Sent> {
  try {
    await adapter.send(reference, activity);
    return { ok: true };
  } catch (error) {
    return sentOf(error);
  }
}

const notReached = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'];

/** 4xx: the channel will never take it (the customer has removed the bot, the chat is gone, the activity is too large). */
function sentOf(error: unknown): Sent {
  const { statusCode, code = '', response } = failure.safeParse(error).data ?? {};
  if (statusCode === undefined)
    return {
      ok: false,
      message: code || 'no answer',
      isUncertain: !notReached.some((name) => String(error).includes(name) || code === name),
    };
  const seconds = Number(response?.headers?.get('retry-after') ?? Number.NaN);
  return {
    ok: false,
    message: `the channel answered ${statusCode}`,
    ...(Number.isFinite(seconds) ? { retryAfterMs: seconds * 1000 } : {}),
    isFinal: statusCode >= 400 && statusCode < 500 && ![401, 408, 429].includes(statusCode),
  };
}
