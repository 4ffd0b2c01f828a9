/** Who waits is offered to one person after the other, each for a while. */
import { beforeEach, expect, test } from 'vitest';
import { createTestClock } from '../../../src/cli/process/test-clock.ts';
import { plainPolicy } from '../../../src/escalation/policy.ts';
import type { DeskOrder } from '../../../src/runtime/door.ts';
import type { Store } from '../../../src/runtime/ports.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { createDesk, type Desk } from '../../../src/web/desk/create-desk.ts';
import { lookAt } from '../../../src/web/desk/look-at.ts';
import { breathe, type Harness, start } from '../harness.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };
const wall = createTestClock(Date.UTC(2026, 0, 5, 9));
const settings = { policy: { ...plainPolicy, offerMs: 20_000 }, dispositions: [], replies: {} };

let store: Store;
let talk: Harness;
let desks: readonly Desk[];
let count = 0;

const order = (act: DeskOrder['act']) => talk.runtime.order({ conversation: 'c', id: `x${++count}`, act });
const accept = async (agent: string) => {
  const [row] = await store.handoffs();
  return order({ agent, name: agent, act: 'accept', version: row?.version ?? 0 });
};
const offers = async () =>
  (await talk.events()).flatMap((event) => (event.type === 'handoff.offered' ? [event.data.agent] : []));
const beat = async (...agents: readonly string[]) => {
  for (const agent of agents)
    await store.setPresence({ agent, name: agent, team: null, state: 'online', seenAt: wall.now() });
};
const pass = async (seconds: number, ...agents: readonly string[]) => {
  for (let left = seconds; left > 0; left -= 5) {
    await beat(...agents);
    await wall.advance(Math.min(5, left) * 1_000, () => breathe());
  }
};

beforeEach(async () => {
  store = await openStore('memory:');
  await beat('a', 'b');
  // two processes look at once: an offer is made once all the same
  desks = [1, 2].map(() => createDesk({ store, settings, clock: wall, wall, steady: wall.now, log }));
  talk = await start({ store, staffing: () => desks[0]?.staffing() ?? {} });
  for (const desk of desks) {
    await desk.look();
    desk.watch(talk.runtime);
  }
  await talk.open();
  await talk.say('#human.request');
  await pass(2, 'a', 'b');
});

test('one alone may take it while the offer lasts, then the next, and once all were asked whoever wants it', async () => {
  expect(await offers()).toEqual(['a']);
  expect(await accept('b')).toEqual({ status: 'refused', why: 'offered' });
  await pass(25, 'a', 'b');
  expect(await offers()).toEqual(['a', 'b']);
  expect(await accept('a')).toEqual({ status: 'refused', why: 'offered' });
  await pass(60, 'a', 'b');
  expect(await offers()).toEqual(['a', 'b', null]);
  expect(await accept('a')).toMatchObject({ status: 'done' });
});

test('who declines is passed over at once, and whoever is asked takes it', async () => {
  await order({ agent: 'a', name: 'a', act: 'decline', reason: '' });
  await pass(2, 'a', 'b');
  expect(await offers()).toEqual(['a', 'b']);
  expect(await accept('b')).toMatchObject({ status: 'done' });
  expect(await store.handoffs()).toMatchObject([{ agent: 'b', offered: null }]);
  await pass(60, 'a', 'b');
  expect(await offers()).toEqual(['a', 'b']);
});

test('who is asked is told for how long yet, as each process has seen it begin', async () => {
  const told = (agent: string) =>
    desks.map((desk) => JSON.parse(lookAt(desk, wall.now()).seenBy(agent)).waiting[0]?.offerSeconds);
  for (const seconds of told('a')) expect(seconds).toBeOneOf([19, 20]);
  await pass(5, 'a', 'b');
  for (const seconds of told('b')) expect(seconds).toBeOneOf([14, 15]);
  await pass(90, 'a', 'b');
  expect(told('a')).toEqual([null, null]);
});

test('who is gone while they are asked is passed over, and a lost conversation is offered anew', async () => {
  await pass(4, 'b');
  await store.setPresence({ agent: 'a', name: 'a', team: null, state: 'away', seenAt: wall.now() });
  await pass(3, 'b');
  expect(await offers()).toEqual(['a', 'b']);
  await accept('b');
  await pass(40, 'a');
  expect((await offers()).slice(2)).toEqual(['a']);
});
