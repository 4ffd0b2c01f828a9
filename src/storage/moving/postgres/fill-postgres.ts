import type pg from 'pg';
import { placeOf } from '../../postgres/database.ts';
import { migrate } from '../../postgres/migrate.ts';
import { postgresError } from '../../postgres/postgres-error.ts';
import { schema } from '../../schema/schema.ts';
import { conversationTables, type MovedTable, movedTables } from '../moved-tables.ts';
import { notEmpty } from '../not-empty.ts';
import type { Filling, Page } from '../rows.ts';
import { connect, readingOver, refuseShared } from './moving-client.ts';

type Filled = { readonly isReplacing: boolean; readonly fix?: string };

/**
 * Fills a PostgreSQL database in one transaction. A process that comes to work on it meanwhile waits for its end.
 *
 * @param url of the database
 * @param filled whether what it holds makes way; else it must hold no conversations, and what is to be done then
 * @throws TouchpointError STORE_NOT_EMPTY, STORE_IN_USE, STORE_UNAVAILABLE, STORE_FULL, STORE_NEWER, STORE_FAILED
 */
export async function fillPostgres(url: string, filled: Filled): Promise<Filling> {
  const place = placeOf(url);
  const client = await connect(url, async (connected) => {
    if (!filled.isReplacing && (await hasConversations(connected))) throw notEmpty(place, filled.fix);
    await migrate(connected, schema, place);
    await connected.query('begin');
    await connected.query('lock table holders in share row exclusive mode');
    await refuseShared(connected, place);
    if (!filled.isReplacing && (await isFilled(connected))) throw notEmpty(place, filled.fix);
    // What was there goes as a whole, files and all: no old row stays behind in them
    await connected.query(`truncate ${movedTables.map(({ name }) => name).join(', ')}`);
  });
  return {
    ...readingOver(client, place),
    write: (table, page) => named(place, () => write(client, table, page)),
    finish: () => named(place, () => finish(client)),
  };
}

/** Before its tables are touched, and whatever version they are of. */
async function hasConversations(client: pg.Client): Promise<boolean> {
  const { rows: tables } = await client.query("select to_regclass('conversations') is not null as known");
  if (tables[0]?.known !== true) return false;
  const { rows } = await client.query('select exists (select 1 from conversations) as filled');
  return rows[0]?.filled === true;
}

async function isFilled(client: pg.Client): Promise<boolean> {
  const looks = conversationTables.map(({ name }) => `exists (select 1 from ${name})`);
  const { rows } = await client.query(`select ${looks.join(' or ')} as filled`);
  return rows[0]?.filled === true;
}

async function write(client: pg.Client, { name, columns }: MovedTable, page: Page): Promise<void> {
  const names = columns.map((column) => column.name).join(', ');
  const arrays = columns.map(({ type }, index) => `$${index + 1}::${type === 'integer' ? 'bigint' : 'text'}[]`);
  await client.query({
    name: `fill ${name}`,
    text: `insert into ${name} (${names}) select * from unnest(${arrays.join(', ')})`,
    values: columns.map((_, index) => page.map((row) => row[index])),
  });
}

/** A process that is alone does not note up to which event a conversation is to be folded; several must. */
async function finish(client: pg.Client): Promise<void> {
  await client.query(`update dirty set seq = c.seq from conversations c
    where c.conversation = dirty.conversation and dirty.seq is null`);
  // numbers of changes are those of this database's transactions
  await client.query('update briefs set change = 0');
  await client.query('commit');
  await client.query('analyze');
}

async function named<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw postgresError(error, place);
  }
}
