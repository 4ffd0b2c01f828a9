/** A store with something in every table that moves, as a bot's life leaves it. */
import type { Event } from '../../../src/events/event.ts';
import type { Store } from '../../../src/runtime/ports.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { commit, delivery, message, start } from '../samples.ts';

const conversations = Array.from({ length: 30 }, (_, index) => `c${index}`);
/** What databases may take for something else. */
const odd = ['', '{"a",NULL}', "it's \\ \\n 'quoted'", 'ÄÖ – 🙂 \u2028', '\t\r\n', 'null', 'x'.repeat(70_000)];

export async function fillStore(location: string): Promise<void> {
  const store = await openStore(location);
  for (const conversation of conversations) await fillConversation(store, conversation);
  await store.accept(message('c1/waiting', { conversation: 'c1', text: odd.join(' ') }));
  await store.outboxRetry({ conversation: 'c2', seq: 4 }, start + 9, "it's down");
  const key = { hour: start, touchpoint: 'web:default', dialog: 'pay', intent: 'none', version: 'v1' };
  const facts = { case: 'case-1', conversation: 'c3', startedAt: start, facts: '{"x":1}' };
  await store.writeFacts('c3', 4, [{ ...facts, rollup: { ...key, cells: { cases: 1, effort: 40 } } }]);
  await store.saveProgram({ hash: 'p1', files: '[]', at: start });
  await store.agree('key', 'secret');
  await store.saveAccount({ name: odd[2] ?? '', role: 'agent', team: 'pay', password: 'scrypt$', stamp: 's' });
  await store.saveToken({ token: 'hash', name: 'nightly', role: 'analyst', team: null });
  await store.keepUpload({
    ...{ conversation: 'c1', upload: 'u', at: start, contentType: 'text/plain' },
    ...{ name: odd[2] ?? '', content: 'x'.repeat(70_000) },
  });
  await store.erase('gone', start);
  await store.close();
}

async function fillConversation(store: Store, conversation: string): Promise<void> {
  const place = Number(conversation.slice(1));
  const address = `${conversation} ${odd[place % odd.length]}`;
  const action = { conversation, request: 'r', action: 'pay', input: { amount: odd[1] ?? '' }, program: 'p1' };
  await store.commit(commit({ conversation, address, inbox: [message(`${conversation}/1`, { conversation })] }));
  await store.commit(
    commit({
      conversation,
      address,
      version: 2,
      outbox: [delivery(conversation, 4)],
      timersSet: [{ conversation, timer: 't', dueAt: start + place }],
      actionsAdded: [{ ...action, started: 0, requestedAt: start }],
      dirtyCases: ['case-1'],
      handoff: {
        conversation,
        handoff: 'h1',
        team: odd[2] ?? '',
        reason: 'r',
        since: start,
        agent: null,
        version: 1,
        meantFor: null,
        offered: null,
      },
    }),
  );
}

/** Everything callers of a store get to know of it. */
export async function everythingOf(location: string): Promise<object> {
  const store = await openStore(location);
  const all = {
    heads: await Promise.all(conversations.map((conversation) => store.load(conversation))),
    events: await Promise.all(conversations.map((conversation) => eventsOf(store, conversation))),
    waiting: await store.waiting('c1'),
    outbox: await store.outboxDue(start + 1_000_000, 100),
    timers: await store.timersDue(start + 1_000_000, 100),
    actions: byConversation(await store.actionsOpen(100)),
    dirty: byConversation(await store.dirtyConversations(100)),
    facts: await store.facts({}),
    hours: await store.hours({ only: {} }),
    programs: await store.programs(),
    files: await store.programFiles('p1'),
    upload: await store.upload('c1', 'u'),
    erasures: await store.erasures(),
    handoffs: await store.handoffs(),
    account: await store.account(odd[2] ?? ''),
    owner: await store.tokenOwner('hash'),
    key: await store.agree('key', 'another'),
    identity: await store.conversationOf({ channel: 'web', address: `c2 ${odd[2]}` }),
    again: await store.accept(message('c4/1', { conversation: 'c4' })),
  };
  await store.close();
  return all;
}

function eventsOf(store: Store, conversation: string): Promise<readonly Event[]> {
  return store.events(conversation, { after: 0 });
}

/** What is equally urgent comes in any order. */
function byConversation<T extends { readonly conversation: string }>(rows: readonly T[]): readonly T[] {
  return rows.toSorted((a, b) => (a.conversation < b.conversation ? -1 : 1));
}
