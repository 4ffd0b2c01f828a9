/** `touchpoint channels check telegram`: whether Telegram knows the bot, and sends what is said to it here. */
import { z } from 'zod';
import type { Finding } from '../contract/channel-door.ts';
import { type BotApi, resultOf } from './bot-api.ts';

const me = z.looseObject({ username: z.string() });
const hook = z.looseObject({
  url: z.string(),
  pending_update_count: z.number().default(0),
  last_error_message: z.string().optional(),
  allowed_updates: z.array(z.string()).optional(),
});

const wanted = ['message', 'callback_query'];

export async function checkTelegram(api: BotApi): Promise<readonly Finding[]> {
  const bot = resultOf(await api.call('getMe', {}));
  if ('problem' in bot)
    return [
      missing(
        `Telegram does not know the bot: ${bot.problem}`,
        'correct TOUCHPOINT_TELEGRAM_TOKEN, as @BotFather gave it',
      ),
    ];
  const webhook = resultOf(await api.call('getWebhookInfo', {}));
  return [
    { grade: 'good', message: `Telegram knows the bot as @${me.safeParse(bot.result).data?.username ?? '?'}` },
    ...('problem' in webhook
      ? [missing(`Telegram does not tell its webhook: ${webhook.problem}`, 'try again')]
      : hookFindings(webhook.result)),
  ];
}

function hookFindings(raw: unknown): readonly Finding[] {
  const read = hook.safeParse(raw);
  if (!read.success || read.data.url === '')
    return [missing('no webhook is set: nothing that is said to the bot comes here', setFix)];
  const {
    url,
    pending_update_count: pending,
    last_error_message: error,
    allowed_updates: allowed = wanted,
  } = read.data;
  const isHere = /\/channels\/telegram(\?|$)/.test(url);
  const unasked = wanted.filter((kind) => !allowed.includes(kind));
  return [
    isHere
      ? { grade: 'good', message: `the webhook is ${url}` }
      : missing(`the webhook is ${url}, which is not /channels/telegram`, setFix),
    ...(unasked.length > 0 ? [missing(`updates of kind ${unasked.join(', ')} are not sent`, setFix)] : []),
    ...(error === undefined ? [] : [warning(`Telegram's last call failed: ${error}`)]),
    ...(pending > 0 ? [warning(`${pending} updates wait at Telegram`)] : []),
  ];
}

const setFix =
  'call setWebhook with url https://YOUR-HOST/channels/telegram, secret_token and allowed_updates ["message","callback_query"], as docs/channels/telegram.md says';

function missing(message: string, fix: string): Finding {
  return { grade: 'missing', message, fix };
}

function warning(message: string): Finding {
  return { grade: 'warning', message };
}
