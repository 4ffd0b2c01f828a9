import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/storage/open-store.ts';
import { emptyFolder } from '../folder.ts';
import { commit, message } from '../samples.ts';

test('what cannot be opened is named as without threads', async () => {
  const file = join(emptyFolder(), 'notes.txt');
  writeFileSync(file, 'this is no database, and long enough to be looked at as one '.repeat(20));
  await expect(openStore(file, { inThread: true })).rejects.toMatchObject({
    code: 'STORE_FAILED',
    message: expect.stringContaining(file),
    fix: expect.stringMatching(/not a database/),
  });
});

test('a value that cannot cross fails its own call and no other of the moment', async () => {
  const store = await openStore(join(emptyFolder(), 'store.db'), { inThread: true });
  const unfit = { ...message('m1'), channelData: JSON.parse('[]', () => () => 'code') };
  const [refused, kept] = await Promise.allSettled([store.accept(unfit), store.accept(message('m2'))]);
  expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'STORE_FAILED' } });
  expect(kept).toEqual({ status: 'fulfilled', value: 'stored' });
  expect((await store.waiting('c1')).map(({ id }) => id)).toEqual(['m2']);
  await store.close();
});

test('many commits asked for one after another are each durable when they are told', async () => {
  const file = join(emptyFolder(), 'store.db');
  const store = await openStore(file, { inThread: true });
  const other = await openStore(file, { readOnly: true });
  for (let version = 1; version <= 20; version++) {
    expect(await store.commit(commit({ version }))).toBe('committed');
    expect((await other.load('c1'))?.head.version).toBe(version);
  }
  await other.close();
  await store.close();
});
