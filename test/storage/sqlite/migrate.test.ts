import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/storage/open-store.ts';
import type { Schema } from '../../../src/storage/schema/table.ts';
import { migrate, requireMigrated } from '../../../src/storage/sqlite/migrate.ts';
import { emptyFolder } from '../folder.ts';
import { delivery, message, start } from '../samples.ts';
import { databaseOfVersion1 } from './version-1.ts';

const notes = { key: ['id'], columns: { id: { type: 'text' } } } as const;
const first: Schema = { version: 1, tables: { notes } };
const second: Schema = {
  version: 2,
  tables: {
    notes: {
      ...notes,
      columns: { ...notes.columns, text: { type: 'text', optional: true, since: 2 } },
      indexes: { notes_text: { columns: ['text'], where: 'text is not null', since: 2 } },
    },
    pairs: { since: 2, clustered: true, key: ['a', 'b'], columns: { a: { type: 'text' }, b: { type: 'integer' } } },
  },
};

test('a database of an older version gains tables, columns and indexes and keeps its rows', () => {
  const database = new DatabaseSync(':memory:');
  migrate(database, first, 'x');
  database.exec("insert into notes values ('n1')");
  migrate(database, second, 'x');
  expect(database.prepare('select * from notes').all()).toEqual([{ id: 'n1', text: null }]);
  expect(database.prepare('select * from pairs').all()).toEqual([]);
  expect(database.prepare("select name from sqlite_schema where name = 'notes_text'").all()).toHaveLength(1);
});

test('a database made at once and one that grew have the same tables', () => {
  const [grown, fresh] = [new DatabaseSync(':memory:'), new DatabaseSync(':memory:')];
  migrate(grown, first, 'x');
  migrate(grown, second, 'x');
  migrate(fresh, second, 'x');
  const columns =
    'select m.name, c.name as col, c.type, c.pk from sqlite_schema m, pragma_table_info(m.name) c order by 1, 2';
  expect(grown.prepare(columns).all()).toEqual(fresh.prepare(columns).all());
});

test('a migration that fails leaves the database as it was', () => {
  const database = new DatabaseSync(':memory:');
  migrate(database, first, 'x');
  const broken: Schema = {
    version: 2,
    tables: { ...second.tables, wrong: { since: 2, key: ['missing'], columns: { a: { type: 'text' } } } },
  };
  expect(() => migrate(database, broken, 'x')).toThrow(/missing/);
  expect(database.prepare('select version from schema_version').all()).toEqual([{ version: 1 }]);
  migrate(database, second, 'x');
});

test('a reader asks for a migration that is missing instead of doing it', () => {
  const database = new DatabaseSync(':memory:');
  migrate(database, first, 'x');
  expect(() => requireMigrated(database, second, 'x')).toThrow(/older version/);
});

test('a database of a newer version is refused, for writing and for reading', async () => {
  const file = join(emptyFolder(), 'store.db');
  await (await openStore(file)).close();
  const database = new DatabaseSync(file);
  database.exec('insert into schema_version values (999)');
  database.close();
  await expect(openStore(file)).rejects.toMatchObject({ code: 'STORE_NEWER', message: expect.stringMatching(/999/) });
  await expect(openStore(file, { readOnly: true })).rejects.toMatchObject({ code: 'STORE_NEWER' });
});

test('a database of version 1 keeps its messages, waiting and handled, and its deliveries', async () => {
  const file = join(emptyFolder(), 'store.db');
  const database = databaseOfVersion1(file);
  const waits = message('c1/web/shop/w', { receivedAt: start });
  database.prepare('insert into inbox values (?, ?, ?, 1, ?)').run(waits.id, 'c1', start, JSON.stringify(waits));
  database.exec("insert into inbox (id) values ('c1/web/shop/h')");
  const row = JSON.stringify(delivery('c1', 2));
  database.prepare("insert into outbox values ('c1:2', 'c1', 2, 'telegram', 1, 0, 0, null, ?)").run(row);
  database.exec("insert into conversations values ('c1', 1, 2, 5, 'web', 'c1', 'p1')");
  database.exec("insert into facts values ('c1', 'c1/1', 5, '{}')");
  database.close();
  const store = await openStore(file);
  // its facts are in no rollup: they are to be made anew
  expect(await store.dirtyConversations(9)).toEqual([{ conversation: 'c1', seq: 2 }]);
  const facts = { case: 'c1/1', conversation: 'c1', startedAt: 5, facts: '{}' };
  expect(await store.facts({})).toEqual([facts]);
  const key = { hour: 0, touchpoint: 'web', dialog: 'none', intent: 'none', version: 'p1' };
  await store.writeFacts('c1', 2, [{ ...facts, rollup: { ...key, cells: { cases: 1 } } }]);
  expect(await store.hours({ only: {} })).toEqual([{ hour: 0, cells: { cases: 1 } }]);
  expect(await store.waiting('c1')).toEqual([waits]);
  expect(await store.accept(message('c1/web/shop/h'))).toBe('duplicate');
  expect(await store.outboxDue(start, 9)).toEqual([delivery('c1', 2)]);
  await store.close();
});
