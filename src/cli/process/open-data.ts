import { access } from 'node:fs/promises';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Store } from '../../runtime/ports.ts';
import { openStore } from '../../storage/open-store.ts';

/**
 * Opens data that must be there, to read it only.
 *
 * @param command names the command in messages
 * @throws TouchpointError USAGE where there is none; STORE_…
 */
export async function openData(command: string, location: string): Promise<Store> {
  if (location === 'memory:')
    throw new TouchpointError('USAGE', `${command}: memory: holds nothing that was kept`, {
      fix: 'name a file with --data',
    });
  if (/^postgres(ql)?:\/\//i.test(location)) return openStore(location, { readOnly: true });
  await access(location).catch(() => {
    throw new TouchpointError('USAGE', `${command}: there is no data at ${location}`, {
      fix: 'start the bot with `touchpoint serve` and chat with it, or name another file with --data',
    });
  });
  return openStore(location, { readOnly: true });
}
