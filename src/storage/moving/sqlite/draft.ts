import { closeSync, openSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { schema } from '../../schema/schema.ts';
import { storeError } from '../../sqlite/errors/store-error.ts';
import { migrate } from '../../sqlite/migrate.ts';
import type { MovedTable } from '../moved-tables.ts';
import type { Filling, Page } from '../rows.ts';
import { readingOf } from './read-sqlite.ts';

/**
 * A new database file that is filled and means nothing until it is complete: nothing of it is made sure to be on the disk, and a failure leaves it broken.
 * What lay there from an earlier try is removed.
 *
 * @throws TouchpointError STORE_FULL, STORE_READ_ONLY, STORE_FAILED
 */
export function openDraft(file: string): Filling {
  const database = create(file);
  const writes = new Map<string, (page: Page) => void>();
  return {
    ...readingOf(database, file),
    write: (table, page) => named(file, () => writerOf(table)(page)),
    finish: () => named(file, () => database.exec('commit')),
  };

  function writerOf(table: MovedTable): (page: Page) => void {
    const write = writes.get(table.name) ?? writer(database, table);
    writes.set(table.name, write);
    return write;
  }
}

/** An empty file that only its owner may read. */
export function emptyFile(file: string): void {
  for (const part of [file, `${file}-wal`, `${file}-shm`, `${file}-journal`]) rmSync(part, { force: true });
  closeSync(openSync(file, 'wx', 0o600));
}

function create(file: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    emptyFile(file);
    database = new DatabaseSync(file);
    database.exec('pragma journal_mode = off; pragma synchronous = off; pragma temp_store = memory');
    migrate(database, schema, file);
    database.exec('begin');
    return database;
  } catch (error) {
    if (database?.isOpen) database.close();
    rmSync(file, { force: true });
    throw storeError(error, file);
  }
}

function writer(database: DatabaseSync, { name, columns }: MovedTable): (page: Page) => void {
  const names = columns.map((column) => column.name).join(', ');
  const places = columns.map(() => '?').join(', ');
  const insert = database.prepare(`insert into ${name} (${names}) values (${places})`);
  return (page) => {
    for (const row of page) insert.run(...row);
  };
}

async function named<T>(file: string, work: () => T): Promise<T> {
  try {
    return work();
  } catch (error) {
    throw storeError(error, file);
  }
}
