import type { ChatwootOptions } from '../../desks/chatwoot/options.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Config } from '../config/config.ts';
import type { Environment } from '../config/read-config.ts';
import { secret } from '../config/secret.ts';

type Settings = NonNullable<NonNullable<Config['desk']['external']>['chatwoot']>;

/** Short ones are guessed. */
const fewestLetters = 16;

/** @throws TouchpointError SECRET_MISSING, CONFIG_INVALID */
export function chatwootOptions({ signed, ...settings }: Settings, environment: Environment): ChatwootOptions {
  const token = secret(environment, 'TOUCHPOINT_CHATWOOT_TOKEN');
  if (token === undefined)
    throw missing(
      'TOUCHPOINT_CHATWOOT_TOKEN',
      'the access token of an agent or agent bot, from its profile in Chatwoot',
    );
  const shared = secret(environment, 'TOUCHPOINT_CHATWOOT_SECRET');
  if (shared === undefined) throw missing('TOUCHPOINT_CHATWOOT_SECRET', signed ? signedHint : addressHint);
  if (!signed && !isInAddress(shared))
    throw new TouchpointError('CONFIG_INVALID', 'TOUCHPOINT_CHATWOOT_SECRET is to stand in an address, and cannot', {
      fix: `use at least ${fewestLetters} of A-Z, a-z, 0-9, _ and -`,
    });
  return { ...settings, token, access: { kind: signed ? 'signed' : 'address', secret: shared } };
}

const signedHint =
  'the secret that Chatwoot signs webhooks of the inbox with; where it signs none, desk.external.chatwoot.signed: false';
const addressHint = 'any secret of your own, which also stands in the webhook URL: /channels/chatwoot?secret=…';

function isInAddress(text: string): boolean {
  return text.length >= fewestLetters && /^[\w-]+$/.test(text);
}

function missing(name: string, what: string): TouchpointError {
  return new TouchpointError('SECRET_MISSING', `Chatwoot is configured, and ${name} is not set`, {
    fix: `set ${name} (or ${name}_FILE): ${what}; or take desk.external out of touchpoint.yaml`,
  });
}
