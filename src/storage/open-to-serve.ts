import { resolve } from 'node:path';
import type { Store } from '../runtime/ports.ts';
import { kindOf } from './location.ts';
import { openStore } from './open-store.ts';
import { claimFile } from './sqlite/claim-file.ts';

/**
 * Opens the store of a process that runs a bot: a SQLite file is its own until it closes it, and neither a query nor the disk holds up its turns.
 *
 * @param inThread `false` for a thread that has nothing else to do than to wait for the disk
 * @throws TouchpointError STORE_IN_USE where another process runs a bot on the file; else as `openStore`
 */
export async function openToServe(location: string, { inThread } = { inThread: true }): Promise<Store> {
  if (kindOf(location) !== 'file') return openStore(location);
  const claim = claimFile(resolve(location));
  try {
    const store = await openStore(location, { inThread });
    return { ...store, close: () => store.close().finally(claim.release) };
  } catch (error) {
    claim.release();
    throw error;
  }
}
