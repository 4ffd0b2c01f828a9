/**
 * The projector keeps facts up to date: it takes conversations with new events, folds these on, and writes one row per case. It may be stopped at any
 * point and started again, and several may run at once: the rows are a function of the events alone.
 */

import type { Measures } from '../../measurement/constants/measures.ts';
import {
  type ConversationFold,
  foldConversation,
  readConversation,
  startConversation,
} from '../../measurement/fold-conversation.ts';
import type { FactsRow, Store } from '../../runtime/ports.ts';
import { canonicalJson } from './canonical-json.ts';

export type FactsStore = Pick<Store, 'events' | 'dirtyConversations' | 'writeFacts'>;

/** @property catchUp brings every fact up to date; resolves with the number of conversations folded; rejects as the store does */
export type Projector = { catchUp(): Promise<number> };

export type ProjectorOptions = { readonly store: FactsStore; readonly measures: Measures };

/** Conversations whose fold is kept, so that a turn costs its own events only. */
const remembered = 1000;
const claimedAtOnce = 100;
const eventsAtOnce = 5000;

export function createProjector({ store, measures }: ProjectorOptions): Projector {
  const folds = new Map<string, ConversationFold>();
  let last: Promise<unknown> = Promise.resolve();

  const project = async (conversation: string): Promise<void> => {
    const fold = await foldOn(conversation, folds.get(conversation) ?? startConversation);
    folds.delete(conversation);
    folds.set(conversation, fold);
    forgetOldest(folds);
    await store.writeFacts(conversation, fold.seq, rowsOf(measures, conversation, fold));
  };

  const foldOn = async (conversation: string, known: ConversationFold): Promise<ConversationFold> => {
    const events = await store.events(conversation, { after: known.seq, limit: eventsAtOnce });
    const fold = foldConversation(measures, known, events);
    return events.length < eventsAtOnce ? fold : foldOn(conversation, fold);
  };

  const catchUp = async (): Promise<number> => {
    let count = 0;
    for (;;) {
      const dirty = await store.dirtyConversations(claimedAtOnce);
      if (dirty.length === 0) return count;
      for (const { conversation } of dirty) await project(conversation);
      count += dirty.length;
    }
  };

  return {
    catchUp() {
      const next = last.then(catchUp, catchUp);
      last = next;
      return next;
    },
  };
}

function forgetOldest(folds: Map<string, ConversationFold>): void {
  const [oldest] = folds.keys();
  if (folds.size > remembered && oldest !== undefined) folds.delete(oldest);
}

function rowsOf(measures: Measures, conversation: string, fold: ConversationFold): readonly FactsRow[] {
  return readConversation(measures, conversation, fold).map((facts) => ({
    case: facts.case,
    conversation,
    startedAt: facts.startedAt,
    facts: canonicalJson(facts),
  }));
}
