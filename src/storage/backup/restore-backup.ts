import { chmodSync, constants, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Erasure } from '../../runtime/ports/persons.ts';
import { kindOf } from '../location.ts';
import { moveRows } from '../moving/move-rows.ts';
import { notEmpty } from '../moving/not-empty.ts';
import { existing, requireKept } from '../moving/open-moving.ts';
import { isFilled, place } from '../moving/sqlite/fill-sqlite.ts';
import { readSqlite } from '../moving/sqlite/read-sqlite.ts';
import { openStore } from '../open-store.ts';
import { claimFile } from '../sqlite/claim-file.ts';
import { storeError } from '../sqlite/errors/store-error.ts';
import { type Erased, eraseAgain, erasuresAt } from './erase-again.ts';
import { journalOf, readJournal } from './erasure-journal.ts';
import { damaged, unseal } from './seal.ts';

/**
 * @property from path of the backup
 * @property to where the data is to be
 * @property isReplacing what is there makes way; else no conversations may be there
 * @property erasures known from elsewhere; those of the data that makes way, and of the journal beside it, are found here
 */
type Restore = {
  readonly from: string;
  readonly to: string;
  readonly isReplacing: boolean;
  readonly erasures: readonly Erasure[];
};

/**
 * @property hasReadOld the erasures of the data that made way are among those applied, or there was none
 */
export type Restored = Erased & { readonly hasReadOld: boolean };

/**
 * Brings a backup back. It is checked, brought up to date and rid of everybody who was erased since in a copy, which then takes the place of what was there
 * at once: nobody ever sees less or more. Nothing is changed where it fails.
 *
 * @throws TouchpointError BACKUP_INVALID, STORE_NOT_EMPTY, STORE_IN_USE, USAGE and other STORE_…
 */
export async function restoreBackup(restore: Restore): Promise<Restored> {
  requireKept(restore.to);
  const backup = existing(restore.from);
  return kindOf(restore.to) === 'postgres' ? intoPostgres(backup, restore) : intoFile(backup, restore);
}

async function intoFile(backup: string, { to, isReplacing, erasures }: Restore): Promise<Restored> {
  const file = resolve(to);
  const claim = claimFile(file);
  const work = `${file}.restoring`;
  try {
    if (!isReplacing && isFilled(file)) throw notEmpty(file, replacing);
    const known = existsSync(file) ? await erasuresAt(file) : [];
    const all = [...(known ?? []), ...readJournal(journalOf(file)), ...erasures];
    const erased = await prepare({ backup, work, erasures: all });
    place(work, file);
    return { ...erased, hasReadOld: known !== undefined };
  } catch (error) {
    throw storeError(error, file);
  } finally {
    remove(work);
    claim.release();
  }
}

async function intoPostgres(backup: string, { to, isReplacing, erasures }: Restore): Promise<Restored> {
  const folder = mkdtempSync(join(tmpdir(), 'touchpoint-restore-'));
  const work = join(folder, 'restoring.db');
  try {
    const known = isReplacing ? await erasuresAt(to) : [];
    const erased = await prepare({ backup, work, erasures: [...(known ?? []), ...erasures] });
    await fill(work, { to, isReplacing });
    return { ...erased, hasReadOld: known !== undefined };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(work: string, { to, isReplacing }: Pick<Restore, 'to' | 'isReplacing'>): Promise<void> {
  const { fillPostgres } = await import('../moving/postgres/fill-postgres.ts');
  const filling = await fillPostgres(to, { isReplacing, fix: replacing });
  const reading = readSqlite(work);
  try {
    await moveRows({ from: reading, to: filling });
    await filling.finish();
  } finally {
    await Promise.all([reading.close(), filling.close()]);
  }
}

const replacing = 'back it up with `touchpoint backup`, then say --force to put this one in its place';

type Work = { readonly backup: string; readonly work: string; readonly erasures: readonly Erasure[] };

async function prepare({ backup, work, erasures }: Work): Promise<Erased> {
  remove(work);
  copyFileSync(backup, work, constants.COPYFILE_FICLONE);
  chmodSync(work, 0o600);
  await check(work, backup);
  const store = await openStore(work);
  try {
    return await eraseAgain(store, erasures);
  } finally {
    await store.close();
  }
}

/** What SQLite cannot read was damaged on its way; a disk that is full says so. */
async function check(work: string, backup: string): Promise<void> {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(work);
    database.exec('pragma temp_store = memory');
    await unseal(database, backup);
  } catch (error) {
    const named = storeError(error, work);
    if (error instanceof TouchpointError && error.code === 'BACKUP_INVALID') throw error;
    throw named.code === 'STORE_FAILED' ? damaged(backup, messageOf(named), error) : named;
  } finally {
    if (database?.isOpen) database.close();
  }
}

function messageOf({ cause, message }: TouchpointError): string {
  return cause instanceof Error ? cause.message : message;
}

function remove(work: string): void {
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(`${work}${part}`, { force: true });
}
