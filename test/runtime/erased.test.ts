import { afterEach, expect, it } from 'vitest';
import type { ActionResult } from '../../src/dialogs/input.ts';
import type { Store } from '../../src/runtime/ports.ts';
import { memoryStore } from '../../src/storage/memory/memory-store.ts';
import { breathe, gate, type Harness, start } from './harness.ts';

let bot: Harness;
afterEach(() => bot.runtime.stop());

const secret = 'Anna 10012';

async function words(store: Store): Promise<string> {
  return JSON.stringify([await store.heldOn('k'), await store.events('c', { after: 0 })]);
}

it('what an action brings after its customer was erased is not kept, and the talk goes on', async () => {
  const store = memoryStore();
  const done = gate<ActionResult>();
  bot = await start({ store, act: () => done.promise });
  await bot.open();
  await bot.say('#refund 12345678');
  await breathe();
  await bot.say(`I wait, says ${secret}`);
  await store.erase('k', bot.clock.now());
  done.open({ ok: true, output: { name: secret } });
  await bot.runtime.settle();
  expect(await words(store)).not.toContain('Anna');
  const types = (await bot.events()).map(({ type }) => type);
  expect(types).toContain('action.failed');
  expect(await bot.say('#refund 12345678')).toMatchObject({ status: expect.stringMatching(/handled|deferred/) });
  expect(bot.logged).toEqual([]);
});

it('an action that was never begun is not begun without what it was given', async () => {
  const store = memoryStore();
  const never = gate<ActionResult>();
  bot = await start({ store, act: () => never.promise });
  await bot.open();
  await bot.say('#refund 12345678');
  await breathe();
  await store.erase('k', bot.clock.now());
  const calls: unknown[] = [];
  const first = bot;
  bot = await start({
    store,
    spec: { safe: true },
    act: async (call) => {
      calls.push(call);
      return { ok: true, output: true };
    },
  });
  await bot.runtime.settle();
  expect(calls).toEqual([]);
  expect((await bot.events()).map(({ type }) => type)).toContain('action.failed');
  never.open({ ok: true, output: true });
  await first.runtime.stop();
});

it('nothing is delivered to who was erased', async () => {
  const store = memoryStore();
  bot = await start({ store });
  await bot.open();
  await bot.runtime.settle();
  await store.erase('k', bot.clock.now());
  const before = bot.sent.length;
  await bot.say('#refund 12345678');
  await bot.runtime.settle();
  expect(bot.sent.length).toBe(before);
  expect(await store.outboxNextDue()).toBeUndefined();
});
