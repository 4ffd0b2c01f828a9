import { expect, test } from 'vitest';
import type { CountedFacts } from '../../../src/runtime/ports/facts.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { freshDatabase } from '../../postgres/database.ts';
import { storeContract } from '../contract.ts';

storeContract('the PostgreSQL store', async () => openStore(await freshDatabase()));

test('rollups stay exact when two processes replace the facts of the same conversations at once', async () => {
  const url = await freshDatabase();
  const stores = [await openStore(url), await openStore(url)];
  const conversations = Array.from({ length: 20 }, (_, index) => `c${index}`);
  const counted = (conversation: string, n: number): CountedFacts => {
    const key = { hour: 0, touchpoint: 'web:default', dialog: `d${n % 2}`, intent: 'none', version: 'v1' };
    return {
      case: 'a',
      conversation,
      startedAt: 0,
      facts: '{}',
      rollup: { ...key, cells: { cases: 1, [`n${n}`]: 1 } },
    };
  };
  for (let round = 0; round < 10; round++) {
    const writes = stores.flatMap((store, index) =>
      conversations.map((conversation) =>
        store.writeFacts(conversation, 1, [counted(conversation, 2 * round + index)]),
      ),
    );
    await Promise.all(writes);
  }
  const [hour] = (await stores[0]?.hours({ only: {} })) ?? [];
  const { cases, ...last } = hour?.cells ?? {};
  expect(cases).toBe(20);
  expect(Object.keys(last).every((name) => ['n18', 'n19'].includes(name))).toBe(true);
  expect(Object.values(last).reduce((sum, n) => sum + n, 0)).toBe(20);
  for (const conversation of conversations) await stores[1]?.writeFacts(conversation, 1, []);
  expect(await stores[0]?.hours({ only: {} })).toEqual([]);
  await Promise.all(stores.map((store) => store.close()));
});
