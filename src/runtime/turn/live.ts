/**
 * Conversations in memory: the head and state of those that moved lately, so that a turn reads nothing from the store. The store's compare-and-set
 * on the head's version keeps this honest when another process moved the conversation meanwhile.
 */
import { evolve } from '../../dialogs/evolve/evolve.ts';
import { evolveVersion, initialState, type State } from '../../dialogs/state.ts';
import type { Head, Loaded, Store } from '../ports.ts';

export type Live = { readonly head: Head; readonly state: State };

export type Lives = {
  /** @returns `undefined` for a conversation that does not exist */
  get(conversation: string): Promise<Live | undefined>;
  set(live: Live): void;
  forget(conversation: string): void;
};

export function createLives(store: Pick<Store, 'load' | 'events'>, limit = 5_000): Lives {
  const lives = new Map<string, Live>();
  return {
    async get(conversation) {
      const known = lives.get(conversation);
      if (known) return known;
      const loaded = await store.load(conversation);
      return loaded && { head: loaded.head, state: await stateOf(store, loaded) };
    },
    set(live) {
      lives.delete(live.head.conversation);
      lives.set(live.head.conversation, live);
      if (lives.size > limit) for (const oldest of lives.keys()) return void lives.delete(oldest);
    },
    forget: (conversation) => void lives.delete(conversation),
  };
}

/** The snapshot and what came after it; a snapshot of another `evolve`, or none, is folded anew from the first event. */
async function stateOf(store: Pick<Store, 'load' | 'events'>, { head, snapshot }: Loaded): Promise<State> {
  const usable = snapshot?.evolveVersion === evolveVersion ? snapshot : undefined;
  let state = usable?.state ?? initialState(head.conversation);
  const after = usable?.seq ?? 0;
  if (after === head.seq) return state;
  for (const event of await store.events(head.conversation, { after })) state = evolve(state, event);
  return state;
}
