/** The databases a run may torment, and what can be done to each. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { openStore } from '../../../src/storage/open-store.ts';
import { type Postgres, startPostgres } from '../../postgres/server.ts';
import { openProxy, type Wire } from './proxy.ts';

/**
 * @property url for processes
 * @property direct for the checker
 * @property ask rows of a query that reads
 */
export type Engine = {
  readonly kind: 'sqlite' | 'postgres';
  readonly url: string;
  readonly direct: string;
  readonly server?: { readonly postgres: Postgres; readonly proxy: Wire; full(isFull: boolean): Promise<void> };
  ask(query: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  close(): Promise<void>;
};

/** @param folder of the run */
export async function openSqlite(folder: string): Promise<Engine> {
  const file = join(folder, 'data.db');
  await (await openStore(file)).close();
  return {
    kind: 'sqlite',
    url: file,
    direct: file,
    async ask(query) {
      const database = new DatabaseSync(file, { readOnly: true });
      try {
        return database.prepare(query).all();
      } finally {
        database.close();
      }
    },
    close: async () => {},
  };
}

/** A PostgreSQL whose machine never fails: processes are killed, disks are not. */
export async function startServer(): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), 'touchpoint-torture-postgres-'));
  return startPostgres({ folder, settings: { fsync: 'off', full_page_writes: 'off', deadlock_timeout: '1s' } });
}

/** A new database on the server, which outlives it. */
export async function openPostgres(postgres: Postgres, name: string): Promise<Engine> {
  await query(postgres.url, `create database ${name}`);
  const direct = new URL(postgres.url);
  direct.pathname = name;
  await (await openStore(direct.href)).close();
  await query(direct.href, fullDisk);
  const proxy = await openProxy(direct.href);
  return {
    kind: 'postgres',
    url: proxy.url,
    direct: direct.href,
    server: {
      postgres,
      proxy,
      full: async (isFull) =>
        void (await query(direct.href, isFull ? 'insert into is_full values (1)' : 'truncate is_full')),
    },
    ask: (text) => query(direct.href, text),
    async close() {
      proxy.close();
      await query(postgres.url, `drop database if exists ${name} with (force)`);
    },
  };
}

/** A disk of a size cannot be had without rights on the machine: the server says what it says when there is no space left. */
const fullDisk = `create table is_full (yes int);
  create function refuse() returns trigger language plpgsql as $$ begin
    if exists (select 1 from is_full) then
      raise exception 'could not extend file: No space left on device' using errcode = '53100';
    end if;
    return new; end $$;
  ${['turns', 'inbox', 'outbox', 'actions', 'timers', 'facts']
    .map((table) => `create trigger refuse before insert or update on ${table} for each row execute function refuse();`)
    .join('\n')}`;

async function query(url: string, text: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
