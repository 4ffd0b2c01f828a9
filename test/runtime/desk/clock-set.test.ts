/** The machine's clock is set forward or back while conversations are held, by somebody or by its time service. */
import { expect, test } from 'vitest';
import { createTestClock } from '../../../src/cli/process/test-clock.ts';
import { plainPolicy } from '../../../src/escalation/policy.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { createDesk } from '../../../src/web/desk/create-desk.ts';
import { breathe, start } from '../harness.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };
const held = 20;
const hour = 3_600_000;

/** Two people at a desk of which each has ten; `set` sets the machine's clock, and no time passes by it. */
async function open() {
  const store = await openStore('memory:');
  const steady = createTestClock(Date.UTC(2026, 0, 5, 9));
  let offset = 0;
  const wall = { now: () => steady.now() + offset, after: steady.after };
  const settings = { policy: { ...plainPolicy, offerMs: 20_000 }, dispositions: [], replies: {} };
  const desk = createDesk({ store, settings, clock: wall, wall, steady: steady.now, log });
  const talk = await start({ store, staffing: desk.staffing });
  const beat = async (...agents: readonly string[]) => {
    for (const agent of agents)
      await store.setPresence({ agent, name: agent, team: null, state: 'online', seenAt: wall.now() });
  };
  const pass = async (seconds: number, ...agents: readonly string[]) => {
    for (let left = seconds; left > 0; left -= 10) {
      await beat(...agents);
      await steady.advance(Math.min(10, left) * 1_000, () => breathe());
    }
  };
  await beat('a', 'b');
  await desk.look();
  for (let index = 0; index < held; index++) {
    const conversation = `c${index}`;
    await talk.open(conversation);
    await talk.say('#human.request', { conversation });
    const agent = index % 2 === 0 ? 'a' : 'b';
    await talk.runtime.order({ conversation, id: `o${index}`, act: { act: 'accept', agent, name: agent, version: 1 } });
  }
  const end = desk.watch(talk.runtime);
  await pass(10, 'a', 'b');
  const holders = async () => (await store.handoffs()).map(({ agent }) => agent);
  return {
    store,
    desk,
    talk,
    pass,
    holders,
    end,
    set(ms: number) {
      offset += ms;
    },
  };
}

const bothHold = Array.from({ length: held }, (_, index) => (index % 2 === 0 ? 'a' : 'b'));

test.each([
  ['forward by an hour', hour],
  ['forward by two days', 48 * hour],
  ['back by an hour', -hour],
])('set %s, nobody who is there loses anything', async (_how, ms) => {
  const office = await open();
  expect((await office.holders()).toSorted()).toEqual(bothHold.toSorted());
  office.set(ms);
  await office.pass(8);
  await office.pass(60, 'a', 'b');
  expect((await office.holders()).toSorted()).toEqual(bothHold.toSorted());
  expect(office.desk.presences().map(({ agent }) => agent)).toEqual(['a', 'b']);
  office.end();
});

test.each([
  ['forward by an hour', hour],
  ['forward by two days', 48 * hour],
  ['back by an hour', -hour],
])(
  'set %s, who has gone loses what they have within 45 seconds, at its old place, and who is there keeps theirs',
  async (_how, ms) => {
    const office = await open();
    const before = (await office.store.handoffs()).map(({ conversation, since }) => ({ conversation, since }));
    office.set(ms);
    await office.pass(20, 'a');
    expect((await office.holders()).toSorted()).toEqual(bothHold.toSorted());
    await office.pass(25, 'a');
    const after = await office.store.handoffs();
    expect(after.filter(({ agent }) => agent === 'a')).toHaveLength(held / 2);
    expect(after.filter(({ agent }) => agent === null)).toHaveLength(held / 2);
    expect(after.map(({ conversation, since }) => ({ conversation, since }))).toEqual(before);
    office.end();
  },
);

test.each([
  ['forward', hour],
  ['back', -hour],
])('set %s by an hour, an offer lasts as long as it does', async (_how, ms) => {
  const office = await open();
  await office.talk.open('late');
  await office.talk.say('#human.request', { conversation: 'late' });
  await office.pass(2, 'a', 'b');
  office.set(ms);
  const asked = async () =>
    (await office.talk.events('late')).flatMap((event) => (event.type === 'handoff.offered' ? [event.data.agent] : []));
  await office.pass(15, 'a', 'b');
  expect(await asked()).toEqual(['a']);
  await office.pass(10, 'a', 'b');
  expect(await asked()).toEqual(['a', 'b']);
  office.end();
});
