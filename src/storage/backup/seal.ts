/**
 * The seal of a backup: what each of its tables amounts to, kept in the file itself. SQLite finds damage of its own structures only; the seal finds a
 * single letter that is not what it was.
 */
import type { DatabaseSync } from 'node:sqlite';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { digestOf } from '../moving/digest.ts';
import type { MovedRows } from '../moving/move-rows.ts';
import type { MovedTable } from '../moving/moved-tables.ts';
import { readingOf } from '../moving/sqlite/read-sqlite.ts';

const name = 'backup_seal';

/** Writes the seal into a complete backup that is open for writing. */
export async function seal(database: DatabaseSync, file: string): Promise<void> {
  const digests = await digestsOf(database, file);
  database.exec(`create table ${name} (name text primary key, rows integer not null, digest text not null) strict`);
  const insert = database.prepare(`insert into ${name} (name, rows, digest) values (?, ?, ?)`);
  for (const { table, rows, digest } of digests) insert.run(table, rows, digest);
}

/**
 * Breaks the seal of a backup that is unharmed.
 *
 * @throws TouchpointError BACKUP_INVALID where it is none, or is damaged; what SQLite throws where it cannot be read at all
 */
export async function unseal(database: DatabaseSync, file: string): Promise<void> {
  if (!isSealed(database)) throw noBackup(file);
  requireSound(database, file);
  const sealed = database.prepare(`select name, rows, digest from ${name}`).all();
  const found = await digestsOf(database, file);
  for (const { table, rows, digest } of found) {
    const known = sealed.find((row) => row['name'] === table);
    if (known?.['rows'] !== rows || known['digest'] !== digest) throw damaged(file, `table '${table}' was changed`);
  }
  if (sealed.length !== found.length) throw damaged(file, 'a table is missing');
  database.exec(`drop table ${name}`);
}

/** @throws TouchpointError BACKUP_INVALID where SQLite finds its structures damaged */
export function requireSound(database: DatabaseSync, file: string): void {
  const [first] = database.prepare('pragma integrity_check(1)').all();
  const word = first?.['integrity_check'];
  if (word !== 'ok') throw damaged(file, String(word));
}

export function damaged(file: string, why: string, cause?: unknown): TouchpointError {
  return new TouchpointError('BACKUP_INVALID', `${file} is damaged: ${why}`, {
    fix: 'nothing was changed; take another backup, or copy this one from its source again',
    ...(cause === undefined ? {} : { cause }),
  });
}

function noBackup(file: string): TouchpointError {
  return new TouchpointError('BACKUP_INVALID', `${file} was not made by touchpoint backup`, {
    fix: 'name such a file; a database is moved with `touchpoint copy --from FILE --to …`',
  });
}

async function digestsOf(database: DatabaseSync, file: string): Promise<readonly MovedRows[]> {
  const reading = readingOf(database, file);
  const digests: MovedRows[] = [];
  for (const table of tablesOf(database)) digests.push({ table: table.name, ...(await digestOf(reading, table)) });
  return digests;
}

function isSealed(database: DatabaseSync): boolean {
  return database.prepare('select 1 from sqlite_schema where name = ?').get(name) !== undefined;
}

/** The tables there are, whatever version wrote them. */
function tablesOf(database: DatabaseSync): readonly MovedTable[] {
  const found = database.prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'");
  const names = found.all().map((row) => String(row['name']));
  return names.filter((table) => table !== name).map((table) => ({ name: table, columns: columnsOf(database, table) }));
}

function columnsOf(database: DatabaseSync, table: string): MovedTable['columns'] {
  const rows = database.prepare('select name, type from pragma_table_info(?)').all(table);
  return rows.map((row) => ({
    name: String(row['name']),
    type: String(row['type']).toLowerCase() === 'integer' ? 'integer' : 'text',
  }));
}
