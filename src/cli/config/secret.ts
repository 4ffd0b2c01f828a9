import { readFileSync } from 'node:fs';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Environment } from './read-config.ts';

/**
 * A secret, from the variable itself or from the file that NAME_FILE names. Never from touchpoint.yaml.
 *
 * @returns `undefined` when neither is set or the value is blank
 * @throws TouchpointError CONFIG_INVALID when the file cannot be read
 */
export function secret(environment: Environment, name: string): string | undefined {
  const file = environment[`${name}_FILE`];
  const value = file === undefined ? environment[name] : readSecret(name, file);
  return value?.trim() || undefined;
}

function readSecret(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new TouchpointError('CONFIG_INVALID', `${name}_FILE names a file that cannot be read: ${file}`, {
      fix: 'correct the path, or set the secret in the variable itself',
      cause,
    });
  }
}
