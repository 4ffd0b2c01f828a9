import { closeSync, mkdirSync, openSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { isBusy, storeError } from './errors/store-error.ts';

export type Claim = { release(): void };

/**
 * Claims a database file for this process, as the one that runs its bot or puts another in its place: what one process knows of its conversations another
 * would not. Reading it, and all that is written in a transaction, needs no claim.
 *
 * The claim is a lock of the operating system on an empty file beside it, so it ends with the process, however that ends.
 *
 * @throws TouchpointError STORE_IN_USE where another has claimed it; STORE_READ_ONLY, STORE_FULL, STORE_FAILED
 */
export function claimFile(file: string): Claim {
  let lock: DatabaseSync | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const place = `${realPath(file)}.lock`;
    closeSync(openSync(place, 'a', 0o600));
    lock = new DatabaseSync(place, { timeout: 0 });
    lock.exec('begin exclusive');
    const held = lock;
    return { release: () => held.isOpen && held.close() };
  } catch (error) {
    if (lock?.isOpen) lock.close();
    throw isBusy(error) ? inUse(file) : storeError(error, file);
  }
}

/** One file has one lock, by whichever name it is opened. */
function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return join(realpathSync(dirname(file)), basename(file));
  }
}

function inUse(file: string): TouchpointError {
  return new TouchpointError('STORE_IN_USE', `another process runs a bot on ${file}, or moves it`, {
    fix: 'stop that one first; where several shall work on the same data, keep it in PostgreSQL: --data postgres://…',
  });
}
