import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/storage/open-store.ts';
import { openDatabase } from '../../../src/storage/sqlite/open-sqlite.ts';
import { emptyFolder } from '../folder.ts';
import { commit, delivery, message, start, turn } from '../samples.ts';

test('the folder of a new database is made, and both are for their owner only', async () => {
  const file = join(emptyFolder(), 'a', 'b', 'store.db');
  await (await openStore(file)).close();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
});

test('everything survives closing and opening again', async () => {
  const file = join(emptyFolder(), 'store.db');
  const timer = { conversation: 'c1', timer: 't1', dueAt: start };
  const request = { conversation: 'c1', request: 'r1', action: 'pay', program: 'p1', started: 1, requestedAt: start };
  const first = commit({
    outbox: [delivery('c1', 2)],
    timersSet: [timer],
    actionsAdded: [{ ...request, input: { a: 1 } }],
  });
  const before = await openStore(file);
  await before.commit(first);
  await before.accept(message('m1'));
  await before.saveProgram({ hash: 'p1', files: 'files', at: 1 });
  await before.close();

  const after = await openStore(file);
  expect(await after.load('c1')).toEqual({ head: first.head, snapshot: first.snapshot });
  expect(await after.events('c1', { after: 0 })).toEqual(first.events);
  expect(await after.outboxDue(start, 9)).toEqual(first.outbox);
  expect(await after.timersDue(start, 9)).toEqual([timer]);
  expect(await after.actionsOpen(9)).toEqual(first.actionsAdded);
  expect(await after.waiting('c1')).toEqual([message('m1')]);
  expect(await after.programFiles('p1')).toBe('files');
  await after.close();
});

test('a connection is durable, waits for locks, and overwrites what it deletes', () => {
  const database = openDatabase(join(emptyFolder(), 'store.db'), false);
  const pragma = (name: string) => Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0];
  expect(pragma('journal_mode')).toBe('wal');
  expect(pragma('synchronous')).toBe(2);
  expect(pragma('secure_delete')).toBe(1);
  expect(pragma('temp_store')).toBe(2);
  expect(pragma('busy_timeout')).toBe(5_000);
  database.close();
});

test('closing leaves one file, without a log beside it', async () => {
  const file = join(emptyFolder(), 'store.db');
  const store = await openStore(file);
  await store.commit(commit());
  expect(existsSync(`${file}-wal`)).toBe(true);
  await store.close();
  expect(existsSync(`${file}-wal`)).toBe(false);
});

test('deleting what was said leaves every fact, and no byte of it in the file', async () => {
  const file = join(emptyFolder(), 'store.db');
  const store = await openStore(file);
  await store.commit(commit());
  await store.commit(commit({ version: 2 }));
  await store.close();
  const database = openDatabase(file, false);
  database.exec("update turns set words = null where conversation = 'c1'; delete from snapshots");
  database.close();

  expect(readFileSync(file).includes('wörds')).toBe(false);
  const after = await openStore(file);
  const facts = [...turn('c1', 1), ...turn('c1', 2)].map((event) => {
    const { words: _words, ...rest } = { words: undefined, ...event };
    return rest;
  });
  expect(await after.events('c1', { after: 0 })).toEqual(facts);
  expect((await after.load('c1'))?.snapshot).toBeUndefined();
  await after.close();
});

test('a snapshot that cannot be read is no snapshot; the head stays', async () => {
  const file = join(emptyFolder(), 'store.db');
  const store = await openStore(file);
  await store.commit(commit());
  edit(file, `update snapshots set state = '{"cut off'`);
  const loaded = await store.load('c1');
  expect([loaded?.head.version, loaded?.snapshot]).toEqual([1, undefined]);
  await store.close();
});

test('a damaged turn is named with its conversation and place', async () => {
  const file = join(emptyFolder(), 'store.db');
  const store = await openStore(file);
  await store.commit(commit());
  edit(file, 'update turns set events = substr(events, 1, 40)');
  const read = store.events('c1', { after: 0 });
  await expect(read).rejects.toMatchObject({
    code: 'STORE_FAILED',
    message: expect.stringMatching(/turn 1–2 of conversation 'c1'/),
  });
  await store.close();
});

test('a column holds only what its type says', async () => {
  const file = join(emptyFolder(), 'store.db');
  await (await openStore(file)).close();
  expect(() => edit(file, "insert into programs values ('p1', 1, 1, x'00')")).toThrow(/cannot store BLOB/);
});

test('a file of another program is refused and left as it is', async () => {
  const folder = emptyFolder();
  const [text, database] = [join(folder, 'notes.txt'), join(folder, 'other.db')];
  writeFileSync(text, 'not a database, but long enough to be read as the head of one: '.repeat(20));
  edit(database, 'create table mine (a)');
  await expect(openStore(text)).rejects.toMatchObject({
    code: 'STORE_FAILED',
    fix: expect.stringMatching(/not a database/),
  });
  await expect(openStore(database)).rejects.toMatchObject({
    code: 'STORE_FAILED',
    message: expect.stringMatching(/another program/),
  });
  expect(readFileSync(text, 'utf8')).toMatch(/^not a database/);
});

test('a report on a file that is missing or empty says what to do, and makes nothing', async () => {
  const folder = emptyFolder();
  await expect(openStore(join(folder, 'none.db'), { readOnly: true })).rejects.toMatchObject({ code: 'STORE_FAILED' });
  expect(existsSync(join(folder, 'none.db'))).toBe(false);
  writeFileSync(join(folder, 'empty.db'), '');
  const empty = openStore(join(folder, 'empty.db'), { readOnly: true });
  await expect(empty).rejects.toMatchObject({ code: 'STORE_FAILED', fix: expect.stringMatching(/touchpoint serve/) });
});

test('an address of an unknown kind is refused without repeating its password', async () => {
  const refused = openStore('mongodb://me:secret@db/shop');
  await expect(refused).rejects.toMatchObject({ code: 'STORE_FAILED', message: expect.stringMatching(/mongodb/) });
  await expect(refused).rejects.not.toMatchObject({ message: expect.stringMatching(/secret/) });
});

function edit(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  try {
    database.exec(sql);
  } finally {
    database.close();
  }
}
