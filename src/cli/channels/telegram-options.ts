import type { TelegramOptions } from '../../channels/telegram/options.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { secret } from '../config/secret.ts';
import type { ChannelSettings } from './channel-settings.ts';

/** @throws TouchpointError SECRET_MISSING, CONFIG_INVALID */
export function telegramOptions({ config, environment }: Omit<ChannelSettings, 'host'>): TelegramOptions {
  const token = secret(environment, 'TOUCHPOINT_TELEGRAM_TOKEN');
  const hook = secret(environment, 'TOUCHPOINT_TELEGRAM_SECRET');
  if (token === undefined) throw missing('TOUCHPOINT_TELEGRAM_TOKEN', 'as @BotFather gave it');
  if (hook === undefined) throw missing('TOUCHPOINT_TELEGRAM_SECRET', 'the secret_token that setWebhook is given');
  if (!/^[\w-]{1,256}$/.test(hook)) {
    throw new TouchpointError(
      'CONFIG_INVALID',
      'TOUCHPOINT_TELEGRAM_SECRET holds a letter that Telegram does not take',
      {
        fix: 'use 1 to 256 of A-Z, a-z, 0-9, _ and -',
      },
    );
  }
  return { token, secret: hook, baseUrl: '', settleMs: 0, ...config.channels.telegram };
}

function missing(name: string, what: string): TouchpointError {
  return new TouchpointError('SECRET_MISSING', `Telegram is configured, and ${name} is not set`, {
    fix: `set ${name} (or ${name}_FILE): ${what}; or take channels.telegram out of touchpoint.yaml`,
  });
}
