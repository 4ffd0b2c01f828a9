import type { Instant } from '../../../events/instant.ts';
import type { Held, Persons } from '../../../runtime/ports/persons.ts';
import { erasing, erasingPerson, forgetting, forgettingPerson, holding } from '../../persons/erasing.ts';
import { type OldWords, personQueries } from '../../persons/person-queries.ts';
import { plainRow, textOf } from '../../rows/column.ts';
import type { Query } from '../../rows/queries.ts';
import { schema } from '../../schema/schema.ts';
import type { Connection } from '../connection.ts';
import { truncateLog } from './truncate-log.ts';

/** @property within names what goes wrong */
type Ways = {
  ask<T>(query: Query<T>): Promise<T>;
  write<T>(work: (open: Connection) => T): Promise<T>;
  within<T>(work: () => Promise<T>): Promise<T>;
};

/** What a SQLite database knows of persons, and how it forgets them. One conversation is one write, so that no turn waits for many. */
export function sqlitePersons(open: Connection, { ask, write, within }: Ways): Persons {
  return {
    customerOf: ({ channel, address }, { customer, conversation }) =>
      write(({ statement }) => {
        const row = statement('customerOf').get(channel, address, conversation, customer);
        return row ? textOf(row, 'customer') : customer;
      }),
    async customersBehind(identity) {
      const known = await ask(personQueries.customersBehind(identity));
      return known.length > 0 ? known : ask(personQueries.customersSaying(identity));
    },
    heldOn: (customer) => within(async () => heldOn(open, customer)),
    async erase(customer, at) {
      await write(({ statement }) => void statement('addErasure').run(customer, at));
      const conversations = await ask(personQueries.conversationsOf(customer));
      for (const conversation of conversations) await write((db) => eraseOne(db, conversation));
      await write(({ database }) => {
        for (const sql of erasingPerson(schema)) database.prepare(sql).run(customer);
      });
      return conversations.length;
    },
    wasOfErased: (message, since) => ask(personQueries.wasOfErased(message, since)),
    erasures: () => ask(personQueries.erasures()),
    async forget(before, limit) {
      const old = await ask(personQueries.withOldWords(before, limit));
      for (const one of old) await write((db) => forgetOne(db, one, before));
      return old.length;
    },
    scrub: () => within(() => truncateLog(open)),
  };
}

function eraseOne({ statement, database }: Connection, conversation: string): void {
  for (const sql of erasing(schema)) database.prepare(sql).run(conversation);
  statement('markErased').run(conversation);
}

/** Of a conversation that has moved since, the state is made again from the words that are left. */
function forgetOne(open: Connection, { conversation, customer, at }: OldWords, before: Instant): void {
  const { statement, database } = open;
  if (at < before) {
    eraseOne(open, conversation);
    for (const sql of forgettingPerson(schema)) database.prepare(sql).run(customer, customer, before);
    return;
  }
  for (const sql of forgetting(schema)) database.prepare(sql).run(conversation, before);
  statement('removeSnapshot').run(conversation);
  statement('markForgotten').run(conversation);
}

function heldOn({ database }: Connection, customer: string): Held {
  return Object.fromEntries(
    holding(schema).map(([table, sql]) => [table, database.prepare(sql).all(customer).map(plainRow)]),
  );
}
