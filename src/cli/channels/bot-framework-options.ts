import type { BotFrameworkOptions } from '../../channels/botframework/options.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { isLoopback } from '../../web/serving/is-loopback.ts';
import { secret } from '../config/secret.ts';
import type { ChannelSettings } from './channel-settings.ts';

/** @throws TouchpointError SECRET_MISSING, NOT_LOOPBACK, CONFIG_INVALID */
export function botFrameworkOptions({ config, environment, host }: ChannelSettings): BotFrameworkOptions {
  const { settleMs = 0, serviceUrls = [], openIdUrl, ...given } = config.channels.botframework ?? {};
  return {
    access: accessOf(given, secret(environment, 'TOUCHPOINT_BOTFRAMEWORK_PASSWORD'), host),
    serviceUrls,
    ...(openIdUrl === undefined ? {} : { openIdUrl }),
    settleMs,
    botName: config.name,
  };
}

type Given = {
  readonly appId?: string | undefined;
  readonly tenantId?: string | undefined;
  readonly anonymous?: boolean;
};

/** Who asks is verified, unless the configuration says otherwise and nobody but this machine can ask. */
function accessOf(
  { appId, tenantId, anonymous }: Given,
  password: string | undefined,
  host: string,
): BotFrameworkOptions['access'] {
  if (anonymous) {
    if (isLoopback(host)) return { kind: 'anonymous' };
    throw new TouchpointError('NOT_LOOPBACK', `channels.botframework.anonymous is refused on '${host}'`, {
      fix: 'set channels.botframework.appId, or leave out --host',
    });
  }
  if (appId === undefined) {
    throw new TouchpointError('CONFIG_INVALID', 'channels.botframework names no appId', {
      fix: 'set channels.botframework.appId to the id of the app in Azure; for the Emulator on this machine: anonymous: true',
    });
  }
  if (password === undefined) {
    throw new TouchpointError('SECRET_MISSING', 'the Bot Framework is configured, and no password of the app is set', {
      fix: 'set TOUCHPOINT_BOTFRAMEWORK_PASSWORD (or TOUCHPOINT_BOTFRAMEWORK_PASSWORD_FILE): the client secret of the app',
    });
  }
  return { kind: 'app', appId, password, ...(tenantId === undefined ? {} : { tenantId }) };
}
