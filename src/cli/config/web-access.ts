import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Access } from '../../channels/directline/options.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { isLoopback } from '../../web/serving/is-loopback.ts';
import type { Environment } from './read-config.ts';
import { secret } from './secret.ts';

const variable = 'TOUCHPOINT_DIRECTLINE_SECRET';

/**
 * Who may begin conversations: those with a secret; on loopback without one anybody, for development.
 *
 * @throws TouchpointError SECRET_MISSING on any other address without a secret
 */
export function webAccess(given: {
  readonly environment: Environment;
  readonly host: string;
  readonly data: string;
}): Access {
  const secrets =
    secret(given.environment, variable)
      ?.split(',')
      .map((one) => one.trim())
      .filter(Boolean) ?? [];
  if (secrets.length > 0) return { kind: 'secrets', secrets };
  if (isLoopback(given.host)) return { kind: 'development', key: developmentKey(given.data) };
  throw new TouchpointError(
    'SECRET_MISSING',
    `'${given.host}' can be reached from other machines, and no secret is set`,
    {
      fix: `set ${variable} (or ${variable}_FILE), or leave out --host`,
    },
  );
}

/** Signs tokens in development; kept beside the data, so that a chat goes on after a restart. */
function developmentKey(data: string): string {
  const fresh = randomBytes(32).toString('base64url');
  if (data.includes(':/') || data === 'memory:') return fresh;
  const file = `${data}.key`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, fresh, { mode: 0o600, flag: 'wx' });
    return fresh;
  } catch {
    return readKey(file) ?? fresh;
  }
}

function readKey(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
