/** What the commands of accounts share. */
import { nearest } from '../../../errors/nearest.ts';
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import { type Role, roles } from '../../../runtime/ports/accounts.ts';
import type { Store } from '../../../runtime/ports.ts';
import { openStore } from '../../../storage/open-store.ts';
import { type Called, type Option, textOf } from '../../command.ts';
import { dataLocation } from '../../config/data-location.ts';

export const roleOption: Option = { type: 'string', takes: 'R', about: roles.join(', ') };
export const teamOption: Option = { type: 'string', takes: 'T', about: 'team whose conversations come first to them' };

const longestName = 100;

/** @throws TouchpointError USAGE where no name, or no fit one, was given */
export function nameOf({ positionals: [name] }: Called, command: string): string {
  if (name !== undefined && name.trim() === name && name !== '' && name.length <= longestName) return name;
  throw new TouchpointError(
    'USAGE',
    `${command}: ${name === undefined ? 'no name was given' : `'${name}' is no name`}`,
    {
      fix: `say who, in at most ${longestName} characters, as in: touchpoint ${command} ana`,
    },
  );
}

/** @throws TouchpointError USAGE where there is no such role */
export function roleOf(called: Called, command: string): Role {
  const given = textOf(called, 'role');
  const role = roles.find((known) => known === given);
  if (role !== undefined) return role;
  const near = given === undefined ? undefined : nearest(given, roles);
  const what = given === undefined ? 'no role was given' : `there is no role '${given}'`;
  throw new TouchpointError('USAGE', `${command}: ${what}`, {
    fix: near === undefined ? `use one of: ${roles.join(', ')}` : `did you mean '--role ${near}'?`,
  });
}

/**
 * Works on the data of a bot, beside the running bot or before it runs for the first time.
 *
 * @throws TouchpointError USAGE for data that end with the process
 */
export async function withAccounts<T>(called: Called, command: string, work: (store: Store) => Promise<T>): Promise<T> {
  const location = dataLocation(textOf(called, 'data'), textOf(called, 'bot') ?? '.');
  if (location === 'memory:')
    throw new TouchpointError('USAGE', `${command}: memory: keeps no accounts`, { fix: 'name a file with --data' });
  const store = await openStore(location);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
