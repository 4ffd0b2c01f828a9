/**
 * Telegram, by its Bot API over webhooks. A chat with the bot is a conversation; what the channel can do stands in `telegramCapabilities`.
 */
import type { ChannelDoor } from '../contract/channel-door.ts';
import { createBotApi } from './bot-api.ts';
import { telegramCapabilities } from './capabilities.ts';
import { checkTelegram } from './check-telegram.ts';
import type { TelegramOptions } from './options.ts';
import { sendReply } from './send-reply.ts';
import { createWebhook } from './webhook.ts';

/** What Telegram takes (core.telegram.org/bots/faq): thirty messages a second, and one to a chat, of which it lets a few pass at once. */
const rates = { perSecond: { perSecond: 30, burst: 30 }, perAddress: { perSecond: 1, burst: 3 } };

export function createTelegram(options: TelegramOptions): ChannelDoor {
  const api = createBotApi(options);
  return {
    channel: {
      name: 'telegram',
      delivery: 'push',
      settleMs: options.settleMs,
      rates,
      send: (row, passed) => sendReply(api, row, passed),
    },
    capabilities: telegramCapabilities,
    routes: (host) => [
      { method: 'POST', path: '/channels/telegram', hot: true, answer: createWebhook(options, api, host) },
    ],
    check: () => checkTelegram(api),
  };
}
