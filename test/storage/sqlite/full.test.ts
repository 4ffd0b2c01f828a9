import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/storage/open-store.ts';
import { storeOver } from '../../../src/storage/rows/store-over.ts';
import { storeError } from '../../../src/storage/sqlite/errors/store-error.ts';
import { openDatabase } from '../../../src/storage/sqlite/open-sqlite.ts';
import { sqliteRows } from '../../../src/storage/sqlite/sqlite-rows.ts';
import { startChild } from '../children/child.ts';
import { emptyFolder } from '../folder.ts';
import { commit } from '../samples.ts';

const prlimit = '/usr/bin/prlimit';

test.runIf(existsSync(prlimit))(
  'a full disk refuses every write of the moment, keeps what it acknowledged, and works on when space comes back',
  async () => {
    const child = startChild(new URL('../children/fill-up.ts', import.meta.url), [join(emptyFolder(), 'store.db')], {
      blocks: 800,
    });
    const told = await child.next();
    const together = ['STORE_FULL', 'STORE_FULL', 'STORE_FULL'];
    expect(told).toEqual({ hasCommitted: true, told: 'STORE_FULL', together, lostTurns: 0, lostEvents: 0 });

    execFileSync(prlimit, ['--pid', String(child.process.pid), '--fsize=unlimited:']);
    child.go();
    expect(await child.next()).toBe('committed');
  },
  60_000,
);

test('a database that may not grow refuses the whole group and changes nothing', async () => {
  const file = join(emptyFolder(), 'store.db');
  await (await openStore(file)).close();
  const database = openDatabase(file, false);
  const pages = Number(database.prepare('pragma page_count').get()?.['page_count']);
  const store = storeOver(sqliteRows(database, file), (error) => storeError(error, file));
  await store.commit(commit());
  database.exec(`pragma max_page_count = ${pages + 2}`);

  const long = commit({ conversation: 'long' });
  const state = { ...long.snapshot.state, shared: { text: 'x'.repeat(100_000) } };
  const asked = [commit({ version: 2 }), { ...long, snapshot: { ...long.snapshot, state } }].map((one) =>
    store.commit(one),
  );
  const results = await Promise.allSettled(asked);
  expect(results.map((result) => result.status === 'rejected' && result.reason.code)).toEqual([
    'STORE_FULL',
    'STORE_FULL',
  ]);
  expect((await store.load('c1'))?.head.version).toBe(1);

  expect(await store.commit(commit({ version: 2 }))).toBe('committed');
  database.exec('pragma max_page_count = 1000000');
  expect(await store.commit(long)).toBe('committed');
  await store.close();
});

test('a file and a folder that may only be read are named as such', async () => {
  const folder = emptyFolder();
  const file = join(folder, 'store.db');
  await (await openStore(file)).close();
  chmodSync(file, 0o444);
  chmodSync(folder, 0o555);
  const child = startChild(new URL('../children/open-as-stranger.ts', import.meta.url), [file]);
  expect(await child.next()).toEqual({ existing: 'STORE_READ_ONLY', fresh: 'STORE_READ_ONLY' });
  chmodSync(folder, 0o755);
}, 60_000);
