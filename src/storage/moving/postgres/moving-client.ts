/** The one connection over which a PostgreSQL database is read or filled: in one transaction, which the server undoes when the connection ends early. */
import pg from 'pg';
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import { connectionOf, placeOf } from '../../postgres/database.ts';
import { postgresError } from '../../postgres/postgres-error.ts';
import { nowMs } from '../../postgres/statement-text.ts';
import type { MovedTable } from '../moved-tables.ts';
import { cellsOf, type Page, pageSize, type Reading } from '../rows.ts';

/** A transaction over many rows waits for the other side in between; a table in use is not waited for as long. */
const settings = ['idle_in_transaction_session_timeout=0', 'statement_timeout=0', 'lock_timeout=10s'];

/** @throws TouchpointError what `begin` throws, named; the connection is closed then */
export async function connect(url: string, begin: (client: pg.Client) => Promise<void>): Promise<pg.Client> {
  const client = new pg.Client({ ...connectionOf(url, settings), query_timeout: 0 });
  // what breaks an idle connection is told by the next query
  client.on('error', () => {});
  try {
    await client.connect();
    await begin(client);
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw postgresError(error, placeOf(url));
  }
}

/**
 * @throws TouchpointError STORE_IN_USE where a process works on the database
 */
export async function refuseShared(client: pg.Client, place: string): Promise<void> {
  const { rows } = await client.query(`select count(*)::int as n from holders where until > ${nowMs}`);
  const count = Number(rows[0]?.n);
  if (count === 0) return;
  const who = count === 1 ? 'a process works' : `${count} processes work`;
  throw new TouchpointError('STORE_IN_USE', `${who} on ${place}, and would write what is not moved`, {
    fix: 'stop every `touchpoint serve` on it first; one that was killed counts for two more seconds',
  });
}

/** The rows as the transaction of a connection sees them. */
export function readingOver(client: pg.Client, place: string): Reading {
  return {
    rows: (table) => pagesOf({ client, place }, table),
    close: () => client.end().catch(() => {}),
  };
}

type Connected = { readonly client: pg.Client; readonly place: string };

async function* pagesOf({ client, place }: Connected, table: MovedTable): AsyncGenerator<Page> {
  const columns = table.columns.map(({ name }) => name).join(', ');
  try {
    await client.query(`declare moved no scroll cursor for select ${columns} from ${table.name}`);
    for (;;) {
      const { rows } = await client.query(`fetch ${pageSize} from moved`);
      if (rows.length === 0) break;
      yield rows.map((row) => cellsOf(table, row));
    }
    await client.query('close moved');
  } catch (error) {
    throw postgresError(error, place);
  }
}
