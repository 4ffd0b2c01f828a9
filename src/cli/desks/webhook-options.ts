import type { WebhookOptions } from '../../desks/webhook/options.ts';
import { readKey } from '../../desks/webhook/read-key.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Environment } from '../config/read-config.ts';
import { secret } from '../config/secret.ts';

/** @throws TouchpointError SECRET_MISSING, CONFIG_INVALID */
export function webhookOptions({ url }: { readonly url: string }, environment: Environment): WebhookOptions {
  const shared = secret(environment, 'TOUCHPOINT_DESK_SECRET');
  const make = 'whsec_ and 24 to 64 bytes as base64, as in: echo "whsec_$(openssl rand -base64 32)"';
  if (shared === undefined)
    throw new TouchpointError('SECRET_MISSING', 'a desk is configured, and TOUCHPOINT_DESK_SECRET is not set', {
      fix: `set TOUCHPOINT_DESK_SECRET (or TOUCHPOINT_DESK_SECRET_FILE): ${make}; or take desk.external out of touchpoint.yaml`,
    });
  const key = readKey(shared);
  if (key) return { url, key };
  throw new TouchpointError('CONFIG_INVALID', 'TOUCHPOINT_DESK_SECRET is not of the form of a webhook secret', {
    fix: `use ${make}`,
  });
}
