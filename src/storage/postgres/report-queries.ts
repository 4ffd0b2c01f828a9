/**
 * Queries that are put together when they are asked, over a connection of their own, which is made by the first: turns never wait behind a report.
 */
import type { Kysely } from 'kysely';
import pg from 'pg';
import { factsBetween } from '../queries/facts-between.ts';
import type { RowStore } from '../rows/row-store.ts';
import type { Database } from '../schema/schema.ts';
import { connectionOf, placeOf } from './database.ts';
import { postgresError } from './postgres-error.ts';

export type ReportQueries = Pick<RowStore, 'facts' | 'close'>;

export function reportQueries(url: string): ReportQueries {
  let building: Promise<Kysely<Database>> | undefined;
  return {
    async facts(range) {
      building ??= build(url);
      try {
        return await factsBetween(await building, range);
      } catch (error) {
        throw postgresError(error, placeOf(url));
      }
    },
    async close() {
      await (await building)?.destroy();
    },
  };
}

async function build(url: string): Promise<Kysely<Database>> {
  const { Kysely: Builder, PostgresDialect } = await import('kysely');
  const pool = new pg.Pool({ ...connectionOf(url, ['default_transaction_read_only=on']), max: 1 });
  // an idle connection that breaks is made anew by the next query
  pool.on('error', () => {});
  return new Builder<Database>({ dialect: new PostgresDialect({ pool }) });
}
