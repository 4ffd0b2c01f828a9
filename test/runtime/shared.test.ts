/** Several processes on one database, each with a runtime of its own. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestClock, type TestClock } from '../../src/cli/process/test-clock.ts';
import { TouchpointError } from '../../src/errors/touchpoint-error.ts';
import type { Store } from '../../src/runtime/ports.ts';
import { inboxRow } from '../../src/runtime/turn/item.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { freshDatabase } from '../postgres/database.ts';
import { type Given, gate, type Harness, start } from './harness.ts';

const day = 24 * 3_600_000;
let url: string;
let stores: Store[];
let clock: TestClock;
beforeEach(async () => {
  url = await freshDatabase();
  stores = [];
  clock = createTestClock(Date.UTC(2026, 0, 5, 9));
});
afterEach(async () => {
  for (const store of stores) await store.close();
});

async function process(given: Omit<Given, 'store' | 'clock'> = {}): Promise<Harness> {
  const store = await openStore(url);
  stores.push(store);
  return start({ store, clock, ...given });
}

it('a conversation goes on in whichever process its messages reach', async () => {
  const [first, second] = [await process(), await process()];
  await first.open();
  await second.say('#refund');
  await first.say('12345678');
  await first.runtime.settle();
  await second.say('#status');
  expect(await first.replies()).toEqual(['Hello.', 'Which order?', 'Paid 12345678.', 'On its way.']);
});

it('messages that reach all processes at once are each taken once, whichever process they reach', async () => {
  const processes = [await process(), await process(), await process()];
  await processes[0]?.open();
  const ids = Array.from({ length: 20 }, (_, index) => `id-${index}`);
  const said = ids.flatMap((id) => processes.map((one) => one.say('#status', { id })));
  await Promise.all(said);
  const events = (await processes[0]?.events()) ?? [];
  const taken = events.flatMap((event) => (event.type === 'customer.said' ? [event.data.input] : []));
  expect(taken.toSorted()).toEqual(ids.toSorted());
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
});

it('who watches a conversation in one process is told when another has moved it', async () => {
  const [first, second] = [await process(), await process()];
  await first.open();
  const told = gate<void>();
  const unwatch = first.runtime.watch('c', () => {
    void first.replies().then((replies) => replies.includes('On its way.') && told.open());
  });
  await second.say('#status');
  await told.promise;
  unwatch();
});

it('a timer fires once, however many processes look for it', async () => {
  const processes = [await process(), await process(), await process()];
  await processes[0]?.open();
  await processes[1]?.say('#status');
  await clock.advance(day + 1, async () => void (await Promise.all(processes.map((one) => one.runtime.settle()))));
  const silent = ((await processes[0]?.events()) ?? []).filter(({ type }) => type === 'case.silent');
  expect(silent).toHaveLength(1);
});

it('each reply is sent once and in order, whichever process promised it', async () => {
  const processes = [await process(), await process()];
  await processes[0]?.open();
  for (let turn = 0; turn < 10; turn++) await processes[turn % 2]?.say('#status');
  await expect.poll(() => processes.flatMap(({ sent }) => sent).length, { timeout: 60_000 }).toBe(11);
  const sent = processes.flatMap(({ sent }) => sent.map(({ seq }) => seq));
  expect(new Set(sent).size).toBe(11);
});

it('an action of a process that ended is taken over: run, where it was not begun', async () => {
  const never = gate<never>();
  const first = await process({ act: () => never.promise, spec: { safe: true } });
  const second = await process({ act: async () => ({ ok: true, output: true }) });
  await first.open();
  await first.say('#refund');
  await first.say('12345678');
  await stores[0]?.close();
  await expect.poll(() => second.replies(), { timeout: 60_000 }).toContain('Paid 12345678.');
});

it('what one process put aside is handled before what the customer says later to another', async () => {
  const result = gate<{ ok: true; output: true }>();
  const store = await openStore(url);
  stores.push(store);
  const neverHandles: Store = {
    ...store,
    commit: (commit) =>
      commit.handled.length > 0 ? Promise.reject(new TouchpointError('STORE_FULL', 'full')) : store.commit(commit),
  };
  const first = await start({ store: neverHandles, clock, act: () => result.promise });
  const second = await process();
  await first.open();
  await first.say('#refund 12345678');
  await first.say('#status');
  result.open({ ok: true, output: true });
  await first.runtime.settle();
  await second.say('blah');
  await second.runtime.settle();
  expect(await first.replies()).toEqual(['Hello.', 'Paid 12345678.', 'On its way.', 'Not understood.']);
});

it('a message put aside in one process is handled after an action that another has run', async () => {
  const result = gate<{ ok: true; output: true }>();
  const [first, second] = [await process({ act: () => result.promise }), await process()];
  await first.open();
  await first.say('#refund');
  await first.say('12345678');
  expect((await second.say('#status')).status).toBe('deferred');
  result.open({ ok: true, output: true });
  await expect
    .poll(() => second.replies(), { timeout: 60_000 })
    .toEqual(['Hello.', 'Which order?', 'Paid 12345678.', 'On its way.']);
});

it('what is said later never overtakes what was put aside and cannot be handled now', async () => {
  const opened = await openStore(url);
  stores.push(opened);
  let isAway = false;
  const away = new TouchpointError('STORE_UNAVAILABLE', 'the database is away');
  const bot = await start({
    clock,
    store: {
      ...opened,
      commit: (one) => (isAway && one.handled.length > 0 ? Promise.reject(away) : opened.commit(one)),
    },
  });
  await bot.open();
  await bot.say('#refund');
  await bot.say('12345678');
  await bot.runtime.settle();
  isAway = true;
  const aside = {
    channel: 'push',
    account: 'a',
    providerId: 'aside',
    conversation: 'c',
    via: 'text',
    text: '#status',
  } as const;
  await opened.accept(inboxRow({ ...aside, receivedAt: clock.now() }));
  await expect(bot.say('#status', { id: 'later' })).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  isAway = false;
  await bot.say('#status', { id: 'later' });
  const said = (await bot.events()).flatMap((event) => (event.type === 'customer.said' ? [event.data.input] : []));
  expect(said.slice(-2)).toEqual(['aside', 'later']);
});
