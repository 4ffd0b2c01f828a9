import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Sharing } from '../../runtime/ports.ts';
import type { RowStore } from '../rows/row-store.ts';
import { schema } from '../schema/schema.ts';
import { groupCommits } from './commit/group-commits.ts';
import { connectionOf, openDatabase, placeOf } from './database.ts';
import { migrate, requireMigrated } from './migrate.ts';
import { postgresPersons } from './persons/postgres-persons.ts';
import { postgresError } from './postgres-error.ts';
import { postgresRows } from './postgres-rows.ts';
import { reportQueries } from './report-queries.ts';
import { createSharing } from './sharing/create-sharing.ts';
import { holdWork } from './sharing/holder.ts';
import { factsWriter } from './write-facts.ts';

export type PostgresRows = RowStore & { readonly sharing: Sharing };

/**
 * Opens a database, which any number of processes may do.
 *
 * @param url `postgres://user:password@host:port/name`
 * @throws TouchpointError STORE_UNAVAILABLE, STORE_NEWER, STORE_FAILED
 */
export async function openPostgres(url: string, { readOnly }: { readonly readOnly: boolean }): Promise<PostgresRows> {
  await prepare(url, readOnly);
  const holder = randomBytes(6).readUIntBE(0, 6);
  const writable = readOnly ? ['default_transaction_read_only=on'] : [];
  const database = openDatabase({ url, holder, connections: 4, settings: [...keyed, ...writable] });
  const later = openDatabase({
    url,
    holder,
    connections: 1,
    settings: [...keyed, ...writable, 'synchronous_commit=off'],
  });
  // a connection of its own: what is slow to be written must not cost the lease
  const leases = openDatabase({ url, holder, connections: 1, settings: [...keyed, ...writable] });
  const group = groupCommits(database);
  const held = readOnly ? undefined : await holdWork(leases);
  const reports = reportQueries(url);
  const sharing = createSharing({ url, holder, database });
  let closing: Promise<void> | undefined;
  return {
    ...postgresRows({ database, group, writeFacts: factsWriter(later), reports }),
    ...postgresPersons(url, database),
    sharing,
    close() {
      closing ??= close();
      return closing;
    },
  };

  async function close(): Promise<void> {
    await group.idle();
    await held?.end();
    await Promise.all([sharing.stop(), reports.close(), database.close(), later.close(), leases.close()]);
  }
}

/**
 * What turns ask for goes by keys, however small the tables were when a statement was prepared, and however little is known of the number of keys.
 */
const keyed = [
  'enable_seqscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
  'plan_cache_mode=force_generic_plan',
];

async function prepare(url: string, readOnly: boolean): Promise<void> {
  const place = placeOf(url);
  const client = new pg.Client({ ...connectionOf(url, []), query_timeout: 0 });
  client.on('error', () => {});
  try {
    await client.connect();
    await (readOnly ? requireMigrated(client, schema, place) : migrate(client, schema, place));
  } catch (error) {
    throw postgresError(error, place);
  } finally {
    await client.end().catch(() => {});
  }
}
