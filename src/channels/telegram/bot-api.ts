/** Calls of the Bot API. The token stands in the address, which is therefore never logged or told. */
import { z } from 'zod';
import type { Sent } from '../../runtime/ports/delivery.ts';
import { type Answered, callProvider } from '../contract/outgoing/call-provider.ts';
import type { TelegramOptions } from './options.ts';

const answer = z.looseObject({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: z.string().default(''),
  parameters: z.looseObject({ retry_after: z.number().optional() }).optional(),
});

export type BotApi = {
  call(method: string, body: object): Promise<Answered>;
  /** As `call`, read as what became of a message. */
  send(method: string, body: object): Promise<Sent>;
};

const timeoutMs = 15_000;

export function createBotApi({ baseUrl, token }: Pick<TelegramOptions, 'baseUrl' | 'token'>): BotApi {
  const call: BotApi['call'] = (method, body) =>
    callProvider({ url: `${baseUrl}/bot${token}/${method}`, body, timeoutMs });
  return { call, send: async (method, body) => sentOf(await call(method, body)) };
}

/** The result of a call that went well; else what Telegram said, or what went wrong on the way. */
export function resultOf(answered: Answered): { readonly result: unknown } | { readonly problem: string } {
  if (answered.kind !== 'answered') return { problem: answered.message };
  const read = answer.safeParse(answered.body);
  if (read.success && read.data.ok) return { result: read.data.result };
  return { problem: `${answered.status} ${read.success ? read.data.description : ''}`.trim() };
}

function sentOf(answered: Answered): Sent {
  if (answered.kind !== 'answered')
    return { ok: false, message: answered.message, isUncertain: answered.kind === 'broken' };
  const outcome = resultOf(answered);
  if ('result' in outcome) return { ok: true };
  const { status, body, retryAfterMs } = answered;
  const waitMs = (answer.safeParse(body).data?.parameters?.retry_after ?? 0) * 1000 || retryAfterMs;
  return {
    ok: false,
    message: outcome.problem,
    ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }),
    // 400: Telegram will never take it; 403: the customer has blocked the bot, or is gone
    isFinal: status === 400 || status === 403,
  };
}
