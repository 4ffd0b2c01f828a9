import { expect, test } from 'vitest';
import { createTestClock } from '../../../src/cli/process/test-clock.ts';
import { plainPolicy } from '../../../src/escalation/policy.ts';
import { memoryStore } from '../../../src/storage/memory/memory-store.ts';
import { agentId } from '../../../src/web/desk/agent-id.ts';
import { createDesk } from '../../../src/web/desk/create-desk.ts';
import { withRoom } from '../../../src/web/desk/with-room.ts';
import { commit, start } from '../../storage/samples.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };
const request = {
  method: 'POST',
  params: {},
  headers: {},
  body: undefined,
  raw: '',
  bytes: Buffer.alloc(0),
  address: '',
  query: () => new URLSearchParams(),
  ownOrigin: () => '',
  isLocal: () => true,
  gone: () => new AbortController().signal,
};
const ana = { name: 'Ana', role: 'agent', team: null } as const;
const agent = agentId('Ana');

test('of two servers that take a conversation for one person, the second looks once the first is done, or its lease is over', async () => {
  const wall = createTestClock(start);
  const store = memoryStore();
  const settings = { policy: { ...plainPolicy, capacity: 1 }, dispositions: [], replies: {} };
  const gate = Promise.withResolvers<void>();
  const serverOf = (conversation: string, before: Promise<void>) => {
    const desk = createDesk({ store, settings, clock: wall, wall, steady: wall.now, log });
    const appear = () => store.setPresence({ agent, name: 'Ana', team: null, state: 'online', seenAt: wall.now() });
    const place = { handoff: 'h1', team: null, reason: 'r', since: start, version: 2, meantFor: null, offered: null };
    return withRoom(
      { desk, store, wall, appear },
      {
        method: 'POST',
        path: '/',
        roles: ['agent'],
        async answer() {
          await before;
          await store.commit(commit({ conversation, handoff: { ...place, conversation, agent } }));
          return { status: 200, body: '' };
        },
      },
    );
  };
  const ask = (server: ReturnType<typeof serverOf>) => server.answer(request, ana);
  const breathe = () => new Promise<void>((resolve) => void setImmediate(resolve));

  const first = ask(serverOf('c1', gate.promise));
  await breathe();
  const second = ask(serverOf('c2', Promise.resolve()));
  await wall.advance(1_000, breathe);
  expect(await store.handoffs()).toEqual([]);
  gate.resolve();
  await first;
  await wall.advance(1_000, breathe);
  expect((await second).status).toBe(409);
  expect(await store.handoffs()).toHaveLength(1);

  await store.commit(commit({ conversation: 'c1', version: 2, handoff: null }));
  void ask(serverOf('c3', new Promise(() => {})));
  await breathe();
  const later = ask(serverOf('c4', Promise.resolve()));
  await wall.advance(6_000, breathe);
  expect((await later).status).toBe(200);
});
