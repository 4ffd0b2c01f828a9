import type { OpenIdOptions } from '../../../web/access/oidc/open-id.ts';
import type { Config } from '../config.ts';
import type { Environment } from '../read-config.ts';
import { secret } from '../secret.ts';

/** The provider at which people sign in; `undefined` where none is configured. A client without a secret is a public one. */
export function openIdOptions({ signIn }: Pick<Config, 'signIn'>, environment: Environment): OpenIdOptions | undefined {
  if (!signIn.oidc) return undefined;
  const clientSecret = secret(environment, 'TOUCHPOINT_OIDC_SECRET');
  const { teams = null, ...oidc } = signIn.oidc;
  return { ...oidc, teams, ...(clientSecret === undefined ? {} : { clientSecret }) };
}
