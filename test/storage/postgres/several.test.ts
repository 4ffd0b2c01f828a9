/** What two processes on one database may do with each other's work. */
import { afterEach, expect, it } from 'vitest';
import type { Store } from '../../../src/runtime/ports.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { freshDatabase } from '../../postgres/database.ts';
import { commit, start } from '../samples.ts';

let stores: readonly Store[] = [];
afterEach(async () => {
  for (const store of stores) await store.close();
});

async function two(): Promise<readonly [Store, Store]> {
  const url = await freshDatabase();
  const both = [await openStore(url), await openStore(url)] as const;
  stores = both;
  return both;
}

it('an action is begun by the process that holds it only', async () => {
  const [first, second] = await two();
  const action = { conversation: 'c1', request: 'r1', action: 'pay', program: 'p1', requestedAt: start, started: 0 };
  await first.commit(commit({ actionsAdded: [{ ...action, input: null }] }));
  expect(await second.actionStarted('c1', 'r1')).toBe(false);
  expect(await first.actionStarted('c1', 'r1')).toBe(true);
  expect((await first.actionsOpen(1))[0]?.started).toBe(1);
});

it('conversations whose names hold colons are told to others whole', async () => {
  const [first, second] = await two();
  const told = Promise.withResolvers<string>();
  const stop = second.sharing?.listen((moved) => {
    for (const conversation of moved ?? []) told.resolve(conversation);
  });
  let count = 0;
  const timer = setInterval(() => void first.commit(commit({ conversation: `a:b:${++count}` })), 50);
  expect(await told.promise).toMatch(/^a:b:\d+$/);
  clearInterval(timer);
  stop?.();
});
