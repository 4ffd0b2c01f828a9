/**
 * The channels of a bot besides the web. Each is loaded only where it is configured, and whatever library it needs with it.
 */
import type { ChannelDoor } from '../../channels/contract/channel-door.ts';
import type { Config } from '../config/config.ts';
import { botFrameworkOptions } from './bot-framework-options.ts';
import type { ChannelSettings } from './channel-settings.ts';
import { telegramOptions } from './telegram-options.ts';

type Open = (given: ChannelSettings) => Promise<ChannelDoor>;

/** Every channel by the name it has in touchpoint.yaml. */
const kinds: Readonly<Record<keyof Config['channels'], Open>> = {
  telegram: async (given) => {
    const options = telegramOptions(given);
    return (await import('../../channels/telegram/create-telegram.ts')).createTelegram(options);
  },
  botframework: async (given) => {
    const options = botFrameworkOptions(given);
    return (await import('../../channels/botframework/create-bot-framework.ts')).createBotFramework(options);
  },
};

export const channelNames: readonly string[] = Object.keys(kinds);

/** @throws TouchpointError SECRET_MISSING, NOT_LOOPBACK, CONFIG_INVALID */
export function openChannels(given: ChannelSettings): Promise<readonly ChannelDoor[]> {
  const { telegram, botframework } = given.config.channels;
  return Promise.all([
    ...(telegram ? [kinds.telegram(given)] : []),
    ...(botframework ? [kinds.botframework(given)] : []),
  ]);
}
