import pg from 'pg';
import type { Instant } from '../../../events/instant.ts';
import type { Held, Persons } from '../../../runtime/ports/persons.ts';
import { erasing, erasingPerson, forgetting, forgettingPerson, holding } from '../../persons/erasing.ts';
import { type OldWords, personQueries } from '../../persons/person-queries.ts';
import { plainRow, type Row, textOf } from '../../rows/column.ts';
import { schema } from '../../schema/schema.ts';
import type { StatementName } from '../../statements.ts';
import { channel } from '../commit/commit-statement.ts';
import { connectionOf, type Database } from '../database.ts';
import { postgresError } from '../postgres-error.ts';
import { statementText } from '../statement-text.ts';
import { scrub } from './scrub.ts';

/**
 * What a PostgreSQL database knows of persons, and how it forgets them: over a connection of its own, one conversation a transaction, so that turns
 * wait for none of it.
 */
export function postgresPersons(url: string, { read, run, place }: Database): Persons {
  return {
    async customerOf({ channel: where, address }, { customer, conversation }) {
      const { rows } = await run('customerOf', where, address, conversation, customer);
      return rows[0] ? textOf(rows[0], 'customer') : customer;
    },
    async customersBehind(identity) {
      const known = await read(personQueries.customersBehind(identity));
      return known.length > 0 ? known : read(personQueries.customersSaying(identity));
    },
    heldOn: (customer) => within((client) => heldOn(client, customer)),
    async erase(customer, at) {
      await run('addErasure', customer, at);
      const conversations = await read(personQueries.conversationsOf(customer));
      await within(async (client) => {
        for (const conversation of conversations) await together(client, () => eraseOne(client, conversation));
        for (const sql of erasingPerson(schema)) await client.query(numbered(sql), [customer]);
        await client.query(`select pg_notify('${channel}', '0:')`);
      });
      return conversations.length;
    },
    wasOfErased: (message, since) => read(personQueries.wasOfErased(message, since)),
    erasures: () => read(personQueries.erasures()),
    async forget(before, limit) {
      const old = await read(personQueries.withOldWords(before, limit));
      if (old.length === 0) return 0;
      await within(async (client) => {
        for (const one of old) await together(client, () => forgetOne(client, one, before));
      });
      return old.length;
    },
    scrub: async (how) => (how === 'quietly' ? [] : within(scrub)),
  };

  async function within<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ ...connectionOf(url, []), query_timeout: 0 });
    client.on('error', () => {});
    try {
      await client.connect();
      return await work(client);
    } catch (error) {
      throw postgresError(error, place);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

async function together(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** The conversation's row comes first: a turn that is being committed goes before or comes after as a whole. */
async function eraseOne(client: pg.Client, conversation: string): Promise<void> {
  await client.query(textFor('markErased'), [conversation]);
  for (const sql of erasing(schema)) await client.query(numbered(sql), [conversation]);
}

/** Of a conversation that has moved since, the state is made again from the words that are left. */
async function forgetOne(client: pg.Client, { conversation, customer, at }: OldWords, before: Instant): Promise<void> {
  if (at < before) {
    await eraseOne(client, conversation);
    for (const sql of forgettingPerson(schema)) await client.query(numbered(sql), [customer, customer, before]);
    return;
  }
  await client.query('select from conversations where conversation = $1 for update', [conversation]);
  for (const sql of forgetting(schema)) await client.query(numbered(sql), [conversation, before]);
  await client.query(textFor('removeSnapshot'), [conversation]);
  await client.query(textFor('markForgotten'), [conversation]);
}

async function heldOn(client: pg.Client, customer: string): Promise<Held> {
  const held: [string, Held[string]][] = [];
  for (const [table, sql] of holding(schema)) {
    const { rows } = await client.query<Row>(numbered(sql), [customer]);
    held.push([table, rows.map(plainRow)]);
  }
  return Object.fromEntries(held);
}

function textFor(name: StatementName): string {
  return statementText(name).text;
}

function numbered(sql: string): string {
  let count = 0;
  return sql.replace(/\?/g, () => `$${++count}`);
}
