import type pg from 'pg';
import { placeOf } from '../../postgres/database.ts';
import { requireMigrated } from '../../postgres/migrate.ts';
import { schema } from '../../schema/schema.ts';
import type { Reading } from '../rows.ts';
import { connect, readingOver, refuseShared } from './moving-client.ts';

/**
 * A PostgreSQL database as it stands now, for as long as it is read.
 *
 * @param isMoving nobody works on it, and nobody writes to it meanwhile
 * @throws TouchpointError STORE_IN_USE, STORE_UNAVAILABLE, STORE_NEWER; STORE_FAILED where it is empty or an older version's
 */
export async function readPostgres(url: string, isMoving: boolean): Promise<Reading> {
  const place = placeOf(url);
  const client = await connect(url, async (connected) => {
    await requireMigrated(connected, schema, place);
    await connected.query('begin isolation level repeatable read');
    if (isMoving) await holdStill(connected, place);
    // The transaction sees what there is when it first reads
    await connected.query('select 1 from conversations limit 1');
  });
  return readingOver(client, place);
}

/** The locks come before the first look: what was written before them is seen. */
async function holdStill(client: pg.Client, place: string): Promise<void> {
  await client.query('lock table holders, conversations, inbox in share mode');
  await refuseShared(client, place);
}
