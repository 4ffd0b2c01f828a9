import { DatabaseSync } from 'node:sqlite';
import { ddl } from '../../../src/storage/schema/ddl.ts';
import { schema } from '../../../src/storage/schema/schema.ts';

/** A database file as version 1 of the schema made it, whose inbox and outbox had other keys. */
export function databaseOfVersion1(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec(`
    create table schema_version (version integer primary key) strict;
    insert into schema_version values (1);
    create table inbox (id text not null, conversation text, received_at integer, place integer, row text,
      primary key (id)) strict, without rowid;
    create index inbox_waiting on inbox (conversation, place, received_at) where place is not null;
    create table outbox (id text not null, conversation text not null, seq integer not null, channel text not null,
      queued_at integer not null, due_at integer not null, tries integer not null, error text, row text not null,
      primary key (id)) strict;
    create index outbox_order on outbox (conversation, seq);
    create index outbox_due on outbox (due_at, queued_at);
  `);
  const others = Object.entries(schema.tables).filter(([name]) => name !== 'inbox' && name !== 'outbox');
  for (const statement of ddl({ version: 1, tables: Object.fromEntries(others) }, 1, sqlite)) database.exec(statement);
  return database;
}

const sqlite = {
  types: { text: 'text', integer: 'integer' },
  suffix: { plain: ' strict', clustered: ' strict, without rowid' },
};
