import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStream } from '../../../src/channels/directline/stream/create-stream.ts';
import type { Event } from '../../../src/events/event.ts';

/** A log that grows, and a client on a line whose pace the test decides. */
function conversation(length: number) {
  const log: Event[] = [];
  const append = (count: number): readonly Event[] => {
    const events = Array.from({ length: count }, (_, index) => said(log.length + 1 + index));
    log.push(...events);
    return events;
  };
  append(length);
  const seen: string[] = [];
  const failures: unknown[] = [];
  let line = Promise.resolve();
  const store = {
    async events(
      _conversation: string,
      { after, limit = log.length }: { readonly after: number; readonly limit?: number },
    ) {
      await pause();
      return log.slice(after, after + limit);
    },
  };
  const open = (after: number) =>
    createStream({
      store,
      botName: 'Robin',
      origin: '',
      conversation: 'c',
      after,
      async send(frame) {
        seen.push(...JSON.parse(frame).activities.map(({ text }: { text: string }) => text));
        await line;
      },
      failed: (error) => void failures.push(error),
    });
  const hold = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    line = promise;
    return resolve;
  };
  return {
    append,
    open,
    hold,
    seen,
    failures,
    store,
    expected: (after: number) => log.slice(after).map(({ seq }) => `m${seq}`),
  };
}

test('a conversation longer than any page is replayed whole', async () => {
  const { open, seen, expected } = conversation(950);
  open(0);
  await settle();
  expect(seen).toEqual(expected(0));
});

test('once it has caught up, the store is left alone and commits are passed on as they come', async () => {
  const { open, append, seen, store, expected } = conversation(3);
  const stream = open(0);
  await settle();
  store.events = () => Promise.reject(new Error('nobody should ask'));
  for (let n = 0; n < 5; n++) {
    stream.notify(append(2));
    await settle();
  }
  expect(seen).toEqual(expected(0));
});

test.each([200, 201, 202, 450])(
  'a client that stood still while %i messages came gets every one of them once',
  async (count) => {
    const { open, hold, append, seen, expected } = conversation(1);
    const stream = open(0);
    await settle();
    const release = hold();
    for (let n = 0; n <= count; n++) {
      stream.notify(append(1));
      await pause();
    }
    expect(seen).toEqual(['m1', 'm2']);
    release();
    await settle();
    expect(seen).toEqual(expected(0));
  },
);

test('what another process committed in between is read from the store', async () => {
  const { open, append, seen, expected } = conversation(3);
  const stream = open(3);
  await settle();
  append(2);
  stream.notify(append(1));
  await settle();
  expect(seen).toEqual(expected(3));
});

test('a store that fails is told, and the next commit brings what was missed', async () => {
  const { open, append, seen, failures, store, expected } = conversation(3);
  const healthy = store.events;
  store.events = () => Promise.reject(new Error('locked'));
  const stream = open(0);
  await settle();
  expect(failures).toHaveLength(1);
  store.events = healthy;
  stream.notify(append(1));
  await settle();
  expect(seen).toEqual(expected(0));
});

test('however commits, other processes and a slow line meet, each activity comes once and in order', async () => {
  const move = fc.oneof(
    fc.record({ kind: fc.constant('commit' as const), count: fc.integer({ min: 1, max: 250 }) }),
    fc.record({ kind: fc.constant('elsewhere' as const), count: fc.integer({ min: 1, max: 250 }) }),
    fc.record({ kind: fc.constant('hold' as const), count: fc.nat({ max: 5 }) }),
    fc.record({ kind: fc.constant('release' as const), count: fc.nat({ max: 5 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 12 }), fc.integer({ min: 0, max: 300 }), async (moves, after) => {
      const { open, append, hold, seen, expected } = conversation(300);
      const stream = open(after);
      let release = () => {};
      const act = {
        commit: (count: number) => stream.notify(append(count)),
        elsewhere: (count: number) => void append(count),
        release: () => release(),
        hold: () => {
          release();
          release = hold();
        },
      };
      for (const { kind, count } of moves) {
        act[kind](count);
        await breathe(count % 4);
      }
      release();
      stream.notify(append(1));
      await settle();
      expect(seen).toEqual(expected(after));
    }),
    { numRuns: 60 },
  );
});

function said(seq: number): Event {
  const place = { conversation: 'c', seq, at: 0, turn: 0, case: null, v: 1 };
  const data = { at: null, choices: 0, expectsInput: false };
  return { type: 'bot.said', actor: 'bot', data, words: { text: `m${seq}` }, ...place };
}

function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Until nothing that is ready is left: a replay takes a few turns of the loop a page. */
function settle(): Promise<void> {
  return breathe(60);
}

async function breathe(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await pause();
}
