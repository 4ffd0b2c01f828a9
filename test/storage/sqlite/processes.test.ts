import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/storage/open-store.ts';
import { storeOver } from '../../../src/storage/rows/store-over.ts';
import { storeError } from '../../../src/storage/sqlite/errors/store-error.ts';
import { openDatabase } from '../../../src/storage/sqlite/open-sqlite.ts';
import { sqliteRows } from '../../../src/storage/sqlite/sqlite-rows.ts';
import { startChild } from '../children/child.ts';
import { emptyFolder } from '../folder.ts';
import { commit } from '../samples.ts';

test('processes that create and write one file at the same time lose no turn', async () => {
  const file = join(emptyFolder(), 'store.db');
  const children = [1, 2, 3].map(() => startChild(new URL('../children/count-up.ts', import.meta.url), [file, '50']));
  for (const child of children) await child.next();
  for (const child of children) child.go();
  for (const child of children) await child.next();
  const store = await openStore(file);
  expect((await store.load('shared'))?.head.version).toBe(150);
  expect((await store.events('shared', { after: 0 })).map((event) => event.seq)).toEqual(
    Array.from({ length: 300 }, (_, index) => index + 1),
  );
  await store.close();
}, 120_000);

test('a reader sees each commit of another connection as soon as it is acknowledged, and cannot write', async () => {
  const file = join(emptyFolder(), 'store.db');
  const writer = await openStore(file);
  const reader = await openStore(file, { readOnly: true });
  expect(await reader.load('c1')).toBeUndefined();
  await writer.commit(commit());
  await writer.writeFacts('c1', 2, [{ case: 'a', conversation: 'c1', startedAt: 1, facts: '{}' }]);
  expect(await reader.events('c1', { after: 0 })).toHaveLength(2);
  expect(await reader.facts({})).toHaveLength(1);
  await expect(reader.commit(commit({ version: 2 }))).rejects.toMatchObject({ code: 'STORE_READ_ONLY' });
  await expect(reader.markAllDirty()).rejects.toMatchObject({ code: 'STORE_READ_ONLY' });
  await writer.close();
  expect(await reader.events('c1', { after: 0 })).toHaveLength(2);
  await reader.close();
});

test('a writer whose file another program keeps locked is told so, and writes on later', async () => {
  const file = join(emptyFolder(), 'store.db');
  await (await openStore(file)).close();
  const database = openDatabase(file, false);
  database.exec('pragma busy_timeout = 20');
  const store = storeOver(sqliteRows(database, file), (error) => storeError(error, file));
  const other = new DatabaseSync(file);
  other.exec('begin immediate');
  await expect(store.commit(commit())).rejects.toMatchObject({
    code: 'STORE_FAILED',
    fix: expect.stringMatching(/locked/),
  });
  other.exec('rollback');
  expect(await store.commit(commit())).toBe('committed');
  other.close();
  await store.close();
});
