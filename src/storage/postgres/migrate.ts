/**
 * Brings a PostgreSQL database to the version of the schema while others work on it: tables and columns are only added, and an index on a table that
 * has rows is built beside its writers. Of several processes that try, one does it and the others find it done.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { personalColumns } from '../persons/erasing.ts';
import { ddl, type Engine } from '../schema/ddl.ts';
import type { Schema } from '../schema/table.ts';

/** Text is compared byte by byte, as in SQLite: order never depends on the database's language. */
const engine: Engine = {
  types: { text: 'text collate "C"', integer: 'bigint' },
  suffix: { plain: '', clustered: '' },
};

/** Number of the lock that one migrating process holds, for this program. */
const lock = 7_468_031;

/**
 * @param place the database, for messages
 * @throws TouchpointError STORE_NEWER where a newer version wrote it; STORE_FAILED where another program's tables are in the way
 */
export async function migrate(client: pg.Client, schema: Schema, place: string): Promise<void> {
  if ((await versionOf(client, schema, place)) === schema.version) return;
  await takeLock(client);
  try {
    const found = await versionOf(client, schema, place);
    for (let version = found + 1; version <= schema.version; version++) await grow(client, schema, { found, version });
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock]);
  }
}

/** Asks again and again instead of waiting within a statement: an index that is built beside its writers waits for every open statement. */
async function takeLock(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [lock]);
    if (rows[0]?.taken === true) return;
    await pause(betweenTriesMs);
  }
}

const betweenTriesMs = 50;

/**
 * @throws TouchpointError STORE_FAILED where it is empty or not migrated; STORE_NEWER
 */
export async function requireMigrated(client: pg.Client, schema: Schema, place: string): Promise<void> {
  if ((await versionOf(client, schema, place)) === schema.version) return;
  throw new TouchpointError('STORE_FAILED', `${place} holds no data of this version`, {
    fix: 'start `touchpoint serve` on it once: that brings it up to date',
  });
}

type Step = { readonly found: number; readonly version: number };

/** Each statement can be repeated, for a process that died on the way. */
async function grow(client: pg.Client, schema: Schema, { found, version }: Step): Promise<void> {
  await client.query(versions);
  for (const statement of ddl(schema, version, engine)) {
    if (statement.startsWith('create index')) await buildIndex(client, statement, found > 0);
    else await patiently(client, repeatable(statement));
  }
  for (const statement of unsampled(schema, version)) await patiently(client, statement);
  await client.query('insert into schema_version (version) values ($1)', [version]);
}

const versions = 'create table if not exists schema_version (version bigint primary key)';

/** Statistics for the planner are copies of values: of personal columns there are none. */
function unsampled({ tables }: Schema, version: number): readonly string[] {
  return Object.entries(tables).flatMap(([name, table]) =>
    personalColumns(table)
      .filter((column) => Math.max(table.since ?? 1, table.columns[column]?.since ?? 1) === version)
      .map((column) => `alter table ${name} alter column ${column} set statistics 0`),
  );
}

function repeatable(statement: string): string {
  return statement
    .replace(/^create table /, 'create table if not exists ')
    .replace(/ add column /, ' add column if not exists ');
}

/** Beside its writers where the table has rows. One that was being built when a process died is there, but not valid. */
async function buildIndex(client: pg.Client, statement: string, isLive: boolean): Promise<void> {
  const [, name = ''] = /^create index (\w+)/.exec(statement) ?? [];
  await patiently(client, `drop index if exists ${name}`);
  await client.query(isLive ? statement.replace('create index', 'create index concurrently') : statement);
}

/** A change of a table waits for those who read it, and all who come later wait behind it: so it waits shortly, again and again. */
async function patiently(client: pg.Client, statement: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await client.query("set lock_timeout = '500ms'");
      return void (await client.query(statement));
    } catch (error) {
      if (tries === mostTries || !isLockTimeout(error)) throw error;
    } finally {
      await client.query('reset lock_timeout');
    }
  }
}

const mostTries = 60;

function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '55P03';
}

/** 0: nothing is there yet. */
async function versionOf(client: pg.Client, schema: Schema, place: string): Promise<number> {
  const { rows: tables } = await client.query("select to_regclass('schema_version') is not null as known");
  if (tables[0]?.known !== true) return 0;
  const { rows } = await client.query('select coalesce(max(version), 0)::int as version from schema_version');
  const version = Number(rows[0]?.version);
  if (version <= schema.version) return version;
  throw new TouchpointError(
    'STORE_NEWER',
    `${place} has schema version ${version}; this version knows ${schema.version}`,
    {
      fix: 'use the version of touchpoint that wrote it, or a newer one',
    },
  );
}
