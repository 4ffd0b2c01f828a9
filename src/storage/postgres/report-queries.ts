/**
 * Queries that are put together when they are asked, over a connection of their own, which is made by the first: turns never wait behind a report.
 */
import type { Kysely } from 'kysely';
import pg from 'pg';
import { factsBetween } from '../queries/facts-between.ts';
import { hoursBetween } from '../queries/hours-between.ts';
import type { RowStore } from '../rows/row-store.ts';
import type { Database } from '../schema/schema.ts';
import { connectionOf, placeOf } from './database.ts';
import { postgresError } from './postgres-error.ts';

export type ReportQueries = Pick<RowStore, 'facts' | 'hours' | 'close'>;

export function reportQueries(url: string): ReportQueries {
  let building: Promise<Kysely<Database>> | undefined;
  return {
    facts: (range) => ask((queries) => factsBetween(queries, range)),
    hours: (range) => ask((queries) => hoursBetween(queries, range)),
    async close() {
      await (await building)?.destroy();
    },
  };

  async function ask<T>(query: (queries: Kysely<Database>) => Promise<T>): Promise<T> {
    building ??= build(url);
    try {
      return await query(await building);
    } catch (error) {
      throw postgresError(error, placeOf(url));
    }
  }
}

async function build(url: string): Promise<Kysely<Database>> {
  const { Kysely: Builder, PostgresDialect } = await import('kysely');
  const pool = new pg.Pool({ ...connectionOf(url, ['default_transaction_read_only=on']), max: 1 });
  // an idle connection that breaks is made anew by the next query
  pool.on('error', () => {});
  return new Builder<Database>({ dialect: new PostgresDialect({ pool }) });
}
