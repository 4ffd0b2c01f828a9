import { expect, test } from 'vitest';
import { createTestClock } from '../../../src/cli/process/test-clock.ts';
import { plainPolicy } from '../../../src/escalation/policy.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { createDesk } from '../../../src/web/desk/create-desk.ts';
import { breathe, start } from '../harness.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };

test('an agent without a heartbeat for 30 seconds loses what they have: the customer is told and waits at their old place, and not for ever where nobody is left', async () => {
  const store = await openStore('memory:');
  const wall = createTestClock(Date.UTC(2026, 0, 5, 9));
  const desk = createDesk({
    store,
    settings: { policy: plainPolicy, dispositions: [], replies: {} },
    clock: wall,
    wall,
    steady: wall.now,
    log,
  });
  const talk = await start({ store, staffing: desk.staffing });
  const beat = () => store.setPresence({ agent: 'a', name: 'Ana', team: null, state: 'online', seenAt: wall.now() });
  const pass = (seconds: number) => wall.advance(seconds * 1_000, () => breathe());
  const end = desk.watch(talk.runtime);
  await beat();
  await desk.look();
  await talk.open();
  await talk.say('#human.request');
  const [before] = await store.handoffs();
  const act = { act: 'accept', agent: 'a', name: 'Ana', version: 1 } as const;
  await talk.runtime.order({ conversation: 'c', id: 'o', act });

  await pass(29);
  await beat();
  await pass(29);
  expect(await store.handoffs()).toMatchObject([{ agent: 'a' }]);
  await pass(3);
  expect(await store.handoffs()).toMatchObject([{ agent: null, since: before?.since, version: 3 }]);
  expect((await talk.replies()).at(-1)).toContain('broke off');
  expect(desk.staffing()).toEqual({});
  const count = (await talk.events()).length;
  await pass(60);
  expect(await talk.events()).toHaveLength(count);
  await pass(61);
  expect(await store.handoffs()).toEqual([]);
  expect((await talk.replies()).at(-1)).toBe('Nobody is here.');
  end();
});
