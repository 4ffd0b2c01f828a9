import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { kindOf } from '../location.ts';
import { moveRows } from '../moving/move-rows.ts';
import { existing, requireKept } from '../moving/open-moving.ts';
import { emptyFile, openDraft } from '../moving/sqlite/draft.ts';
import { place } from '../moving/sqlite/fill-sqlite.ts';
import { schema } from '../schema/schema.ts';
import { storeError } from '../sqlite/errors/store-error.ts';
import { requireKnown } from '../sqlite/migrate.ts';
import { openDatabase } from '../sqlite/open-sqlite.ts';
import { requireSound, seal } from './seal.ts';

/**
 * @property from where the data is
 * @property to path of the backup
 * @property isReplacing another file of that name makes way
 * @property told hears how far it has come, where that is known
 */
type Backup = {
  readonly from: string;
  readonly to: string;
  readonly isReplacing: boolean;
  readonly told: (table: string, rows: number) => void;
};

/**
 * Writes all data, as it stands at one moment, to one file, while others go on writing. The file is a SQLite database whatever the engine; it has its name
 * once it is complete, checked and on the disk.
 *
 * @throws TouchpointError USAGE where there is no data, or a file of that name; STORE_…; BACKUP_INVALID where what was written is not sound
 */
export async function writeBackup({ from, to, isReplacing, told }: Backup): Promise<void> {
  requireKept(from);
  if (!isReplacing && existsSync(to)) throw exists(to);
  const draft = `${to}.part`;
  try {
    mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
    if (kindOf(from) === 'postgres') await fromPostgres(from, draft, told);
    else fromSqlite(existing(from), draft);
    await complete(draft);
    place(draft, to);
  } catch (error) {
    throw storeError(error, to);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** SQLite's own copy: of any version, without what was deleted, and within one read transaction, which holds up no writer. */
function fromSqlite(file: string, draft: string): void {
  const database = openReadable(file);
  try {
    requireKnown(database, schema, file);
    emptyFile(draft);
    database.prepare('vacuum into ?').run(draft);
  } catch (error) {
    throw storeError(error, draft);
  } finally {
    database.close();
  }
}

function openReadable(file: string): DatabaseSync {
  try {
    return openDatabase(file, true);
  } catch (error) {
    throw storeError(error, file);
  }
}

async function fromPostgres(url: string, draft: string, told: Backup['told']): Promise<void> {
  const { readPostgres } = await import('../moving/postgres/read-postgres.ts');
  const reading = await readPostgres(url, false);
  try {
    const filling = openDraft(draft);
    try {
      await moveRows({ from: reading, to: filling, told });
      await filling.finish();
    } finally {
      await filling.close();
    }
  } finally {
    await reading.close();
  }
}

async function complete(draft: string): Promise<void> {
  const database = new DatabaseSync(draft);
  try {
    // It is thrown away where this fails, so nothing is kept to undo it
    database.exec('pragma journal_mode = off; pragma synchronous = off; pragma temp_store = memory');
    await seal(database, draft);
    requireSound(database, draft);
  } catch (error) {
    throw storeError(error, draft);
  } finally {
    database.close();
  }
}

function exists(file: string): TouchpointError {
  return new TouchpointError('USAGE', `backup: ${file} is there already`, {
    fix: 'name another file, or say --force to replace it',
  });
}
