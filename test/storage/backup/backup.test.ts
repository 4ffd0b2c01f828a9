import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { restoreBackup } from '../../../src/storage/backup/restore-backup.ts';
import { writeBackup } from '../../../src/storage/backup/write-backup.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { claimFile } from '../../../src/storage/sqlite/claim-file.ts';
import { freshDatabase } from '../../postgres/database.ts';
import { startChild } from '../children/child.ts';
import { codeOf } from '../children/say.ts';
import { emptyFolder } from '../folder.ts';
import { everythingOf, fillStore } from '../moving/rows.ts';
import { commit } from '../samples.ts';
import { databaseOfVersion1 } from '../sqlite/version-1.ts';

const backup = (from: string, to: string, isReplacing = false) =>
  writeBackup({ from, to, isReplacing, told: () => {} });
const restore = (from: string, to: string, isReplacing = false) =>
  restoreBackup({ from, to, isReplacing, erasures: [] });

test('a backup of either engine comes back on either as it was', async () => {
  const folder = emptyFolder();
  const [file, url] = [join(folder, 'a.db'), await freshDatabase()];
  await fillStore(file);
  const all = await everythingOf(file);
  await backup(file, join(folder, '1'));
  await restore(join(folder, '1'), url);
  expect(await everythingOf(url)).toEqual(all);
  await backup(url, join(folder, '2'));
  await restore(join(folder, '2'), join(folder, 'b.db'));
  expect(await everythingOf(join(folder, 'b.db'))).toEqual(all);
});

test('everything acknowledged before a backup begins is in it, while another process goes on writing', async () => {
  const folder = emptyFolder();
  const file = join(folder, 'a.db');
  const child = startChild(new URL('../children/commit-for-ever.ts', import.meta.url), [file]);
  const acknowledged = new Map<string, number>();
  child.process.on('message', (turn: { conversation?: string; version: number }) => {
    if (turn.conversation !== undefined) acknowledged.set(turn.conversation, turn.version);
  });
  for (let turns = 0; turns < 50; turns++) await child.next();
  const before = [...acknowledged];
  await backup(file, join(folder, 'backup'));
  expect(child.process.exitCode).toBeNull();
  await restore(join(folder, 'backup'), join(folder, 'b.db'));
  const store = await openStore(join(folder, 'b.db'));
  for (const [conversation, version] of before) {
    const stored = (await store.load(conversation))?.head.version ?? 0;
    expect(stored).toBeGreaterThanOrEqual(version);
    expect(await store.events(conversation, { after: 0 })).toHaveLength(2 * stored);
  }
  await store.close();
});

test('a backup is one file, for its owner only, and takes no name that is taken', async () => {
  const folder = emptyFolder();
  const [file, to] = [join(folder, 'a.db'), join(folder, 'kept', 'backup')];
  await fillStore(file);
  await backup(file, to);
  expect(readdirSync(join(folder, 'kept'))).toEqual(['backup']);
  expect(statSync(to).mode & 0o777).toBe(0o600);
  const before = readFileSync(to);
  expect(await codeOf(backup(file, to))).toBe('USAGE');
  const store = await openStore(file);
  await store.commit(commit({ conversation: 'later' }));
  await store.close();
  expect(readFileSync(to).equals(before)).toBe(true);
  await backup(file, to, true);
  expect(readFileSync(to).equals(before)).toBe(false);
  expect(readdirSync(join(folder, 'kept'))).toEqual(['backup']);
});

test('what was deleted from the database is not in its backup', async () => {
  const folder = emptyFolder();
  const file = join(folder, 'a.db');
  await fillStore(file);
  const database = new DatabaseSync(file);
  database.exec('pragma secure_delete = off; update turns set words = null');
  database.close();
  await backup(file, join(folder, 'backup'));
  expect(readFileSync(file).includes('answer 2')).toBe(true);
  expect(readFileSync(join(folder, 'backup')).includes('answer 2')).toBe(false);
});

test('data of an older version is backed up as it is, and brought up to date when it comes back', async () => {
  const folder = emptyFolder();
  const file = join(folder, 'old.db');
  const database = databaseOfVersion1(file);
  database.exec("insert into programs (hash, since, used_at, files) values ('p1', 1, 1, '[]')");
  database.close();
  await backup(file, join(folder, 'backup'));
  await restore(join(folder, 'backup'), join(folder, 'b.db'));
  const store = await openStore(join(folder, 'b.db'), { readOnly: true });
  expect(await store.programs()).toEqual([{ hash: 'p1', since: 1, usedAt: 1 }]);
  await store.close();
});

test('a backup that was cut short, changed by a letter, or is none at all is refused, and the data stays', async () => {
  const folder = emptyFolder();
  const [file, whole, broken] = [join(folder, 'a.db'), join(folder, 'backup'), join(folder, 'broken')];
  await fillStore(file);
  await backup(file, whole);
  const bytes = readFileSync(whole);
  const before = readFileSync(file);
  const letter = bytes.indexOf('answer 2');
  const page = Math.floor(bytes.length / 8192) * 4096;
  for (const [break_, why] of [
    [() => truncateSync(broken, bytes.length - 4096), 'damaged'],
    [() => truncateSync(broken, 1_000), 'damaged'],
    [() => writeFileSync(broken, bytes.with(letter, 65)), "table 'turns' was changed"],
    [() => writeFileSync(broken, Buffer.from(bytes).fill(0xff, page, page + 4096)), 'damaged'],
    [() => writeFileSync(broken, 'hello'), 'damaged'],
    [() => writeFileSync(broken, before), 'not made by touchpoint backup'],
    [() => writeFileSync(broken, ''), 'not made by touchpoint backup'],
  ] as const) {
    writeFileSync(broken, bytes);
    break_();
    await expect(restore(broken, file, true)).rejects.toMatchObject({
      code: 'BACKUP_INVALID',
      message: expect.stringContaining(why),
    });
    expect(readFileSync(file).equals(before)).toBe(true);
  }
  expect(readdirSync(folder).filter((name) => name.endsWith('.restoring'))).toEqual([]);
});

test('data is replaced only when that was said, as a whole, and never under a bot that runs', async () => {
  const folder = emptyFolder();
  for (const to of [join(folder, 'b.db'), await freshDatabase()]) {
    const [file, kept] = [join(folder, 'a.db'), join(folder, 'backup')];
    if (!existsSync(file)) await fillStore(file);
    await backup(file, kept, true);
    await restore(kept, to);
    const all = await everythingOf(to);
    const store = await openStore(to);
    await store.commit(commit({ conversation: 'later' }));
    await store.close();
    await expect(restore(kept, to)).rejects.toMatchObject({
      code: 'STORE_NOT_EMPTY',
      fix: expect.stringContaining('--force'),
    });
    await restore(kept, to, true);
    expect(await everythingOf(to)).toEqual(all);
    const again = await openStore(to);
    expect(await again.load('later')).toBeUndefined();
    await again.close();
  }
});

test('a bot that runs on the data stands in the way of a restore', async () => {
  const folder = emptyFolder();
  const [file, kept, url] = [join(folder, 'a.db'), join(folder, 'backup'), await freshDatabase()];
  await fillStore(file);
  await backup(file, kept);
  const claim = claimFile(file);
  expect(await codeOf(restore(kept, file, true))).toBe('STORE_IN_USE');
  claim.release();
  const store = await openStore(url);
  expect(await codeOf(restore(kept, url, true))).toBe('STORE_IN_USE');
  await store.close();
});

test('data that cannot be read any more is replaced, and its journal still counts', async () => {
  const folder = emptyFolder();
  const [file, kept] = [join(folder, 'a.db'), join(folder, 'backup')];
  await fillStore(file);
  await backup(file, kept);
  truncateSync(file, 5_000);
  expect(await codeOf(restore(kept, file))).toBe('STORE_NOT_EMPTY');
  expect(await restore(kept, file, true)).toEqual({ erased: 0, hasReadOld: false });
  expect(await codeOf(everythingOf(file))).toHaveProperty('key', 'secret');
});

test('nothing to back up, and nowhere to put it, are told', async () => {
  const folder = emptyFolder();
  const [file, empty] = [join(folder, 'a.db'), join(folder, 'empty.db')];
  await fillStore(file);
  writeFileSync(empty, '');
  expect(await codeOf(backup(join(folder, 'no.db'), join(folder, 'backup')))).toBe('USAGE');
  expect(await codeOf(backup(empty, join(folder, 'backup')))).toBe('STORE_FAILED');
  mkdirSync(join(folder, 'taken'));
  expect(await codeOf(backup(file, join(folder, 'taken'), true))).toBe('STORE_FAILED');
  expect(await codeOf(restore(join(folder, 'no'), file))).toBe('USAGE');
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});
