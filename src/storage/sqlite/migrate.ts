import type { DatabaseSync } from 'node:sqlite';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { ddl, type Engine } from '../schema/ddl.ts';
import type { Schema } from '../schema/table.ts';

/** STRICT: a column holds what its type says, or the write fails. */
const engine: Engine = {
  types: { text: 'text', integer: 'integer' },
  suffix: { plain: ' strict', clustered: ' strict, without rowid' },
};

/**
 * Brings a database to the version of `schema`, in one transaction; of several processes that try, one does it and the others find it done.
 *
 * @throws TouchpointError STORE_NEWER where a newer version wrote it; STORE_FAILED where it is another program's database
 */
export function migrate(database: DatabaseSync, schema: Schema, file: string): void {
  if (versionOf(database, schema, file) === schema.version) return;
  database.exec('begin immediate');
  try {
    const found = versionOf(database, schema, file);
    for (let version = found + 1; version <= schema.version; version++) {
      const { before = [], after = [] } = (found > 0 ? schema.carried?.[version] : undefined) ?? {};
      for (const statement of [...before, ...ddl(schema, version, engine), ...after]) database.exec(statement);
      database.exec('create table if not exists schema_version (version integer primary key) strict');
      database.prepare('insert into schema_version (version) values (?)').run(version);
    }
    database.exec('commit');
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}

/**
 * @throws TouchpointError STORE_FAILED where it is empty or not migrated; STORE_NEWER; STORE_FAILED where it is another program's
 */
export function requireMigrated(database: DatabaseSync, schema: Schema, file: string): void {
  if (versionOf(database, schema, file) === schema.version) return;
  throw new TouchpointError('STORE_FAILED', `${file} was last written by an older version`, {
    fix: 'start `touchpoint serve` on it once: that brings it up to date',
  });
}

/**
 * Lets through a database of any version that this one knows.
 *
 * @throws TouchpointError STORE_FAILED where it is empty or another program's; STORE_NEWER
 */
export function requireKnown(database: DatabaseSync, schema: Schema, file: string): void {
  if (versionOf(database, schema, file) > 0) return;
  throw new TouchpointError('STORE_FAILED', `${file} is empty`, { fix: 'name the file that holds the data' });
}

/** 0: an empty file. */
function versionOf(database: DatabaseSync, schema: Schema, file: string): number {
  const tables = database.prepare("select name from sqlite_schema where type = 'table'").all();
  if (tables.length === 0) return 0;
  if (!tables.some((table) => table['name'] === 'schema_version')) throw foreign(file);
  const version = Number(database.prepare('select max(version) as version from schema_version').get()?.['version']);
  if (version > schema.version) throw newer(file, version, schema.version);
  return version;
}

function foreign(file: string): TouchpointError {
  return new TouchpointError('STORE_FAILED', `${file} is a database of another program`, {
    fix: 'name another file with --data',
  });
}

function newer(file: string, found: number, known: number): TouchpointError {
  return new TouchpointError('STORE_NEWER', `${file} has schema version ${found}; this version knows ${known}`, {
    fix: 'use the version of touchpoint that wrote it, or a newer one',
  });
}
