import type { DatabaseSync } from 'node:sqlite';
import { schema } from '../../schema/schema.ts';
import { storeError } from '../../sqlite/errors/store-error.ts';
import { requireMigrated } from '../../sqlite/migrate.ts';
import { openDatabase } from '../../sqlite/open-sqlite.ts';
import type { MovedTable } from '../moved-tables.ts';
import { cellsOf, type Page, pageSize, type Reading } from '../rows.ts';

/**
 * A database file as it stands now, for as long as it is read: others may go on writing.
 *
 * @throws TouchpointError STORE_NEWER; STORE_FAILED where it is damaged, another program's or an older version's
 */
export function readSqlite(file: string): Reading {
  let database: DatabaseSync | undefined;
  try {
    database = openDatabase(file, true);
    database.exec('begin');
    // The transaction sees what there is when it first reads
    requireMigrated(database, schema, file);
    return readingOf(database, file);
  } catch (error) {
    if (database?.isOpen) database.close();
    throw storeError(error, file);
  }
}

/** @param file names the database in messages */
export function readingOf(database: DatabaseSync, file: string): Reading {
  return {
    rows: (table) => rowsOf({ database, file }, table),
    async close() {
      if (database.isOpen) database.close();
    },
  };
}

type Open = { readonly database: DatabaseSync; readonly file: string };

async function* rowsOf({ database, file }: Open, table: MovedTable): AsyncGenerator<Page> {
  try {
    yield* pagesOf(database, table);
  } catch (error) {
    throw storeError(error, file);
  }
}

function* pagesOf(database: DatabaseSync, table: MovedTable): Generator<Page> {
  const columns = table.columns.map(({ name }) => name).join(', ');
  let page: Page[number][] = [];
  for (const row of database.prepare(`select ${columns} from ${table.name}`).iterate()) {
    page.push(cellsOf(table, row));
    if (page.length < pageSize) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
