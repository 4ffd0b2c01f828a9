/**
 * What the channel is made of.
 *
 * @property token of the bot, as @BotFather gave it
 * @property secret what Telegram sends with every update, as it was told with `setWebhook`
 * @property baseUrl of the Bot API, without a slash at the end
 * @property settleMs how long a message waits for the next
 */
export type TelegramOptions = {
  readonly token: string;
  readonly secret: string;
  readonly baseUrl: string;
  readonly settleMs: number;
};
