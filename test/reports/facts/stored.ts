import { initialState } from '../../../src/dialogs/state.ts';
import type { Event } from '../../../src/events/event.ts';
import type { Store } from '../../../src/runtime/ports.ts';

/** Stores events of one conversation as the runtime does, in one commit. */
export async function store(into: Store, events: readonly Event[], version = 1): Promise<void> {
  const [first] = events;
  const last = events.at(-1);
  if (!first || !last) return;
  const { conversation } = first;
  const done = await into.commit({
    head: {
      conversation,
      version,
      seq: last.seq,
      at: last.at,
      channel: 'web',
      address: conversation,
      program: 'p1',
      customer: 'k',
    },
    events,
    snapshot: { seq: last.seq, evolveVersion: 1, state: initialState(conversation) },
    inbox: [],
    handled: [],
    outbox: [],
    timersSet: [],
    timersCleared: [],
    actionsAdded: [],
    actionsRemoved: [],
    dirtyCases: [...new Set(events.map((event) => event.case ?? conversation))],
  });
  if (done !== 'committed') throw new Error(`the store answered ${done}`);
}
