/**
 * A PostgreSQL database as the store uses it: a few connections, each statement prepared once on each of them.
 */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Row } from '../rows/column.ts';
import type { Query } from '../rows/queries.ts';
import type { StatementName } from '../statements.ts';
import { isLost, postgresError } from './postgres-error.ts';
import { type StatementText, statementText } from './statement-text.ts';

export type Value = string | number | null | readonly (string | number | null)[];
export type Result = { readonly rows: readonly Row[]; readonly changes: number };

/**
 * @property place host, port and name, for messages
 * @property once runs a statement; a connection that is lost is an error: the statement may have run or not
 * @property ask runs a statement that does no harm when it runs twice; it waits for a database that restarts
 */
export type Database = {
  readonly place: string;
  once(text: StatementText, values: readonly Value[]): Promise<Result>;
  ask(text: StatementText, values: readonly Value[]): Promise<Result>;
  read<T>(query: Query<T>): Promise<T>;
  run(name: StatementName, ...values: readonly Value[]): Promise<Result>;
  close(): Promise<void>;
};

/**
 * @property holder number under which work is claimed
 * @property settings of the session, as `-c name=value`
 */
type Opening = {
  readonly url: string;
  readonly holder: number;
  readonly connections: number;
  readonly settings: readonly string[];
};

/** A database that restarts is waited for this long; then what was asked for fails. */
const patienceMs = 10_000;
const betweenTriesMs = 100;
const connectMs = 5_000;
/** No statement here takes longer; a connection that was cut without a word is noticed by it. */
const longestMs = 60_000;

export function openDatabase({ url, holder, connections, settings }: Opening): Database {
  const place = placeOf(url);
  const pool = new pg.Pool({ ...connectionOf(url, settings), max: connections, idleTimeoutMillis: 0 });
  // an idle connection that breaks is made anew by the next query
  pool.on('error', () => {});
  const texts = new Map<StatementName, StatementText>();

  async function once({ name, text, needsHolder }: StatementText, values: readonly Value[]): Promise<Result> {
    const given = needsHolder ? [...values, holder] : [...values];
    const { rows, rowCount } = await pool.query<Row>({ name, text, values: given });
    return { rows, changes: rowCount ?? 0 };
  }

  async function ask(text: StatementText, values: readonly Value[]): Promise<Result> {
    const until = performance.now() + patienceMs;
    for (;;) {
      try {
        return await once(text, values);
      } catch (error) {
        if (!isLost(error) || performance.now() > until) throw postgresError(error, place);
        await pause(betweenTriesMs);
      }
    }
  }

  function textOf(name: StatementName): StatementText {
    const text = texts.get(name) ?? statementText(name);
    texts.set(name, text);
    return text;
  }

  return {
    place,
    once,
    ask,
    read: async (query) => query.read((await ask(textOf(query.statement), query.values)).rows),
    run: (name, ...values) => ask(textOf(name), values),
    close: () => pool.end(),
  };
}

/** How to connect, with whole numbers as numbers: times in milliseconds and sequence numbers stay below 2^53. */
export function connectionOf(url: string, settings: readonly string[]): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'touchpoint',
    options: ['jit=off', ...settings].map((setting) => `-c ${setting}`).join(' '),
    keepAlive: true,
    connectionTimeoutMillis: connectMs,
    query_timeout: longestMs,
    types: { getTypeParser: (oid, format) => (oid === int8 ? Number : pg.types.getTypeParser(oid, format)) },
  };
}

const int8 = 20;

/** Host, port and name of a database. */
export function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port === '' ? '5432' : port}${pathname}`;
}
