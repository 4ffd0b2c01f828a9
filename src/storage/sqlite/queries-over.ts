import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Kysely, SqliteDatabase, SqliteStatement } from 'kysely';
import type { Database } from '../schema/schema.ts';

/**
 * The query builder over an open database, for queries that are put together when they are asked. It is loaded when first used: it costs about 0.2 s
 * and 25 MB, which a process that only serves turns never pays.
 */
export function queriesOver(database: DatabaseSync): () => Promise<Kysely<Database>> {
  let queries: Promise<Kysely<Database>> | undefined;
  return () => {
    queries ??= build(database);
    return queries;
  };
}

async function build(database: DatabaseSync): Promise<Kysely<Database>> {
  const { Kysely: Builder, SqliteDialect } = await import('kysely');
  return new Builder<Database>({ dialect: new SqliteDialect({ database: asDriver(database) }) });
}

function asDriver(database: DatabaseSync): SqliteDatabase {
  return { prepare: (sql) => statement(database, sql), close: () => database.close() };
}

function statement(database: DatabaseSync, sql: string): SqliteStatement {
  const prepared = database.prepare(sql);
  return {
    reader: prepared.columns().length > 0,
    all: (parameters) => prepared.all(...values(parameters)),
    run: (parameters) => prepared.run(...values(parameters)),
    iterate: (parameters) => prepared.iterate(...values(parameters)),
  };
}

function values(parameters: readonly unknown[]): readonly SQLInputValue[] {
  return parameters.map((parameter) => {
    if (isValue(parameter)) return parameter;
    throw new TypeError(`a query was given a ${typeof parameter}, which no column holds`);
  });
}

function isValue(parameter: unknown): parameter is SQLInputValue {
  return (
    parameter === null || ['string', 'number', 'bigint'].includes(typeof parameter) || parameter instanceof Uint8Array
  );
}
