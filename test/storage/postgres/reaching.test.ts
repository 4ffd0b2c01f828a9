/** Two processes on one database take conversations for one person, who may have one at once. */
import { afterEach, expect, it } from 'vitest';
import { createRealClock } from '../../../src/cli/process/real-clock.ts';
import { plainPolicy } from '../../../src/escalation/policy.ts';
import type { HandoffRow } from '../../../src/runtime/ports/desk.ts';
import type { Store } from '../../../src/runtime/ports.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { agentId } from '../../../src/web/desk/agent-id.ts';
import { createDesk } from '../../../src/web/desk/create-desk.ts';
import { withRoom } from '../../../src/web/desk/with-room.ts';
import { freshDatabase } from '../../postgres/database.ts';
import { commit, start } from '../samples.ts';

const realClock = createRealClock();
const log = { info: () => {}, warn: () => {}, error: () => {} };
const settings = { policy: { ...plainPolicy, capacity: 1 }, dispositions: [], replies: {} };
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
const rounds = 25;

let stores: readonly Store[] = [];
afterEach(async () => {
  for (const store of stores) await store.close();
});

function rowOf(conversation: string, change: Partial<HandoffRow>): HandoffRow {
  const place = { handoff: 'h1', team: null, reason: 'r', since: start, agent: null, version: 1 };
  return { conversation, ...place, meantFor: null, offered: null, ...change };
}

/** What a server does with an accept: it looks who has what, and commits. */
function acceptOf(store: Store): (conversation: string) => Promise<number> {
  const desk = createDesk({ store, settings, clock: realClock, wall: realClock, steady: realClock.now, log });
  const appear = () => store.setPresence({ agent, name: 'Ana', team: null, state: 'online', seenAt: realClock.now() });
  return async (conversation) => {
    const route = withRoom(
      { desk, store, wall: realClock, appear },
      {
        method: 'POST',
        path: '/',
        roles: ['agent'],
        async answer() {
          await store.commit(commit({ conversation, version: 2, handoff: rowOf(conversation, { agent, version: 2 }) }));
          return { status: 200, body: '' };
        },
      },
    );
    return (await route.answer(request, ana)).status;
  };
}

it('whichever process is asked, a person with one place left gets one of two conversations', async () => {
  const url = await freshDatabase();
  stores = [await openStore(url), await openStore(url)];
  const [first, second] = stores.map(acceptOf);
  const [store] = stores;
  for (let round = 0; round < rounds; round++) {
    const pair = [`a${round}`, `b${round}`];
    for (const conversation of pair) await store?.commit(commit({ conversation, handoff: rowOf(conversation, {}) }));
    const answers = await Promise.all([first?.(`a${round}`), second?.(`b${round}`)]);
    expect(answers.toSorted()).toEqual([200, 409]);
    const rows = (await store?.handoffs()) ?? [];
    expect(rows.filter((one) => one.agent === agent)).toHaveLength(1);
    for (const { conversation, version } of rows)
      await store?.commit(commit({ conversation, version: version + 1, handoff: null }));
  }
});
