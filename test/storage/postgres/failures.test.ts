/** A PostgreSQL that restarts, loses connections, or is brought up to date by several processes at once. */
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../../src/storage/open-store.ts';
import { migrate } from '../../../src/storage/postgres/migrate.ts';
import { schema } from '../../../src/storage/schema/schema.ts';
import type { Schema } from '../../../src/storage/schema/table.ts';
import { freshDatabase } from '../../postgres/database.ts';
import { type Postgres, startPostgres } from '../../postgres/server.ts';
import { commit, message, start } from '../samples.ts';
import { deafWire } from './deaf-wire.ts';

let server: Postgres;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'touchpoint-failures-'));
  await chmod(folder, 0o711);
  server = await startPostgres({ folder: join(folder, 'server'), settings: { fsync: 'off' } });
});
afterAll(() => server.end());

test.each(['fast', 'immediate'] as const)(
  'commits asked for while the database restarts (%s) are written once when it is back',
  async (mode) => {
    const store = await openStore(server.url);
    const name = (index: number): string => `${mode}-${index}`;
    for (let index = 0; index < 20; index++) await store.commit(commit({ conversation: name(index) }));
    const stopped = server.stop(mode);
    const asked = Array.from({ length: 20 }, (_, index) => {
      const conversation = name(index);
      return store.commit(commit({ conversation, version: 2, inbox: [message(`m${index}`, { conversation })] }));
    });
    await stopped;
    await server.restart();
    expect(await Promise.all(asked)).toEqual(Array(20).fill('committed'));
    for (let index = 0; index < 20; index++) {
      expect(await store.events(name(index), { after: 0 })).toHaveLength(4);
      expect(await store.accept(message(`m${index}`, { conversation: name(index) }))).toBe('duplicate');
    }
    await store.close();
  },
);

test('an answer that was lost on the way is found out: what was written is told as written, once', async () => {
  const wire = await deafWire(await freshDatabase());
  const store = await openStore(wire.url);
  await store.commit(commit());
  const second = commit({ version: 2, inbox: [message('m2')] });
  wire.loseNext('wörds 2');
  expect(await store.commit(second)).toBe('committed');
  expect(await store.events('c1', { after: 0 })).toHaveLength(4);
  expect(await store.commit(second)).toBe('duplicate');
  wire.loseNext('timer-of-third');
  const third = commit({
    version: 3,
    events: [],
    timersSet: [{ conversation: 'c1', timer: 'timer-of-third', dueAt: start }],
  });
  expect(await store.commit(third)).toBe('committed');
  expect(await store.commit(third)).toBe('conflict');
  await store.close();
  wire.close();
});

test('work claimed by one store is not given to another until that one has ended', async () => {
  const url = await freshDatabase();
  const [first, second] = [await openStore(url), await openStore(url)];
  const timers = ['a', 'b'].map((timer) => ({ conversation: 'c1', timer, dueAt: start }));
  await first.commit(commit({ timersSet: timers, dirtyCases: ['x'] }));
  expect(await first.timersDue(start, 1)).toHaveLength(1);
  expect(await second.timersDue(start, 9)).toEqual([timers[1]]);
  expect(await second.timersNextDue()).toBe(start);
  expect(await second.dirtyConversations(9)).toEqual([]);
  await first.close();
  expect(await second.timersDue(start, 9)).toEqual(timers);
  expect(await second.dirtyConversations(9)).toHaveLength(1);
  await second.close();
});

test('processes that bring one database up to date at once do it once, while another reads and writes', async () => {
  const url = await freshDatabase();
  const clients = await Promise.all(Array.from({ length: 4 }, () => connect(url)));
  await Promise.all(clients.map((client) => migrate(client, schema, 'here')));
  const store = await openStore(url);
  await store.commit(commit());
  const grown = withNote();
  const writing = Promise.all(
    Array.from({ length: 50 }, (_, index) => store.commit(commit({ conversation: `w${index}` }))),
  );
  await Promise.all(clients.map((client) => migrate(client, grown, 'here')));
  expect(new Set(await writing)).toEqual(new Set(['committed']));
  const { rows } = (await clients[0]?.query("select indexdef from pg_indexes where indexname = 'facts_note'")) ?? {
    rows: [],
  };
  expect(rows).toHaveLength(1);
  const versions = await clients[1]?.query('select version::int from schema_version order by version');
  expect(versions?.rows.map(({ version }) => version)).toEqual(
    Array.from({ length: grown.version }, (_, index) => index + 1),
  );
  await expect(openStore(url)).rejects.toMatchObject({ code: 'STORE_NEWER' });
  await Promise.all(clients.map((client) => client.end()));
  await store.close();
});

test('a process that died while it brought the database up to date is made up for', async () => {
  const url = await freshDatabase();
  const client = await connect(url);
  await migrate(client, schema, 'here');
  await client.query('alter table facts add column note text');
  await migrate(client, withNote(), 'here');
  expect((await client.query('select note from facts')).rows).toEqual([]);
  await client.end();
});

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** The schema after this, with a column and its index. */
function withNote(): Schema {
  const since = schema.version + 1;
  const { facts } = schema.tables;
  const columns = { ...facts.columns, note: { type: 'text', optional: true, since } } as const;
  const indexes = { ...facts.indexes, facts_note: { columns: ['note'], since } };
  return { version: since, tables: { ...schema.tables, facts: { ...facts, columns, indexes } } };
}
