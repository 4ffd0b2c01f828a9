import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/storage/open-store.ts';
import { openToServe } from '../../../src/storage/open-to-serve.ts';
import { claimFile } from '../../../src/storage/sqlite/claim-file.ts';
import { freshDatabase } from '../../postgres/database.ts';
import { startChild } from '../children/child.ts';
import { codeOf } from '../children/say.ts';
import { emptyFolder } from '../folder.ts';
import { commit } from '../samples.ts';

const claimer = new URL('../children/claim.ts', import.meta.url);

test('a file has one process that serves it; the next is told how several can, and gets it when the first is killed', async () => {
  const file = join(emptyFolder(), 'store.db');
  const child = startChild(claimer, [file]);
  expect(await child.next()).toBe('function');
  const refused = openToServe(file);
  await expect(refused).rejects.toMatchObject({ code: 'STORE_IN_USE', fix: expect.stringContaining('postgres://') });
  child.process.kill('SIGKILL');
  await once(child.process, 'close');
  const store = await openToServe(file);
  expect(await startChild(claimer, [file]).next()).toBe('STORE_IN_USE');
  await store.close();
  expect(await startChild(claimer, [file]).next()).toBe('function');
});

test('a file has one lock, by whichever name it is opened, and within one process too', async () => {
  const folder = emptyFolder();
  const [file, link] = [join(folder, 'store.db'), join(folder, 'link.db')];
  const store = await openToServe(file);
  symlinkSync(file, link);
  expect(await codeOf(openToServe(link))).toBe('STORE_IN_USE');
  await store.close();
  claimFile(link).release();
});

test('who reads the file, or writes to it without running the bot, is not held up', async () => {
  const file = join(emptyFolder(), 'store.db');
  const serving = await openToServe(file);
  const other = await openStore(file);
  expect(await other.commit(commit())).toBe('committed');
  expect((await serving.load('c1'))?.head.version).toBe(1);
  await Promise.all([serving.close(), other.close()]);
});

test('a file that cannot be served leaves its lock behind for nobody', async () => {
  const folder = emptyFolder();
  expect(await codeOf(openToServe(folder))).toBe('STORE_FAILED');
  claimFile(folder).release();
});

test('any number of processes serve one PostgreSQL', async () => {
  const url = await freshDatabase();
  const stores = [await openToServe(url), await openToServe(url)];
  expect(stores.every(({ sharing }) => sharing !== undefined)).toBe(true);
  await Promise.all(stores.map((store) => store.close()));
});
