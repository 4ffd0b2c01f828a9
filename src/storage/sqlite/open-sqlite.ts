import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RowStore } from '../rows/row-store.ts';
import { schema } from '../schema/schema.ts';
import { storeError } from './errors/store-error.ts';
import type { Pace } from './group-writes.ts';
import { migrate, requireMigrated } from './migrate.ts';
import { sqliteRows } from './sqlite-rows.ts';

type Opening = { readonly readOnly: boolean; readonly pace?: Pace };

/**
 * Opens a database file, made with its folder where it is missing, readable by its owner only.
 *
 * @throws TouchpointError STORE_NEWER, STORE_READ_ONLY, STORE_FULL, STORE_FAILED
 */
export function openSqlite(file: string, { readOnly, pace = 'gathered' }: Opening): RowStore {
  let database: DatabaseSync | undefined;
  try {
    if (!readOnly) createFile(file);
    database = openDatabase(file, readOnly);
    if (readOnly) requireMigrated(database, schema, file);
    else migrate(database, schema, file);
    return sqliteRows(database, file, pace);
  } catch (error) {
    if (database?.isOpen) database.close();
    throw storeError(error, file);
  }
}

/** A connection as the store needs it. */
export function openDatabase(file: string, readOnly: boolean): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly, timeout: 5_000 });
  if (!readOnly) database.exec('pragma journal_mode = wal');
  for (const pragma of pragmas) database.exec(`pragma ${pragma}`);
  return database;
}

const pragmas = [
  // a commit is on the disk when it returns
  'synchronous = full',
  // what is deleted is overwritten, and no words go to temporary files
  'secure_delete = on',
  'temp_store = memory',
  'trusted_schema = off',
  // 16 MB each: the pages that every commit touches stay in memory, and are written back once for many commits
  'cache_size = -16000',
  'wal_autocheckpoint = 4000',
] as const;

function createFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
}
