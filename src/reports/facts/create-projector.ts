/**
 * The projector keeps facts up to date: it takes conversations with new events, folds these on, and writes one row per case. It may be stopped at any
 * point and started again, and several may run at once: the rows are a function of the events alone.
 */

import type { Event } from '../../events/event.ts';
import type { Measures } from '../../measurement/constants/measures.ts';
import { isAnswersOnly } from '../../measurement/experience/is-answers-only.ts';
import type { Facts } from '../../measurement/facts.ts';
import { type ConversationFold, foldConversation, startConversation } from '../../measurement/fold-conversation.ts';
import type { CountedFacts } from '../../runtime/ports/facts.ts';
import type { Store } from '../../runtime/ports.ts';
import { createHourOf } from '../hours/create-hour-of.ts';
import { rollupOf } from '../hours/rollup-of.ts';
import { briefOf } from '../table/brief.ts';
import { createChains } from './read-chains.ts';

export type FactsStore = Pick<Store, 'events' | 'dirtyConversations' | 'writeFacts' | 'markDirty'>;

/**
 * @property offer events that were just stored, so that they need not be read again; what is not offered is read
 * @property catchUp brings the facts of all that is stored up to date; resolves with the number of conversations folded; rejects as the store does
 */
export type Projector = {
  offer(conversation: string, events: readonly Event[]): void;
  catchUp(): Promise<number>;
};

/** @property zone the business's time zone, whose hours the rollups are kept by */
export type ProjectorOptions = { readonly store: FactsStore; readonly measures: Measures; readonly zone: string };

/** Conversations whose fold is kept, so that a turn costs its own events only. */
const remembered = 1000;
const claimedAtOnce = 100;
const eventsAtOnce = 5000;

export function createProjector({ store, measures, zone }: ProjectorOptions): Projector {
  const rowsOf = createRowsOf(measures, zone);
  const folds = new Map<string, ConversationFold>();
  const chains = createChains({ store, measures });
  const offered = createOffered();
  let last: Promise<unknown> = Promise.resolve();

  /** Whether it left a mark at another conversation, or at this one. */
  const project = async (conversation: string): Promise<boolean> => {
    const fold = await foldOn(conversation, folds.get(conversation) ?? startConversation);
    folds.delete(conversation);
    folds.set(conversation, fold);
    forgetOldest(folds);
    // before its own mark goes: whoever is stopped between the two leaves a mark too many, not one too few
    const homes = new Set([...fold.elsewhere.values()].map(({ to }) => to));
    for (const home of homes) await store.markDirty(home);
    const { facts, read } = await chains.factsOf(conversation, fold);
    await store.writeFacts(conversation, fold.seq, rowsOf(conversation, facts));
    const isBehind = await haveMoved(store, read);
    if (isBehind) await store.markDirty(conversation);
    return isBehind || homes.size > 0;
  };

  const foldOn = async (conversation: string, known: ConversationFold): Promise<ConversationFold> => {
    const given = offered.take(conversation, known.seq);
    if (given) return foldConversation(measures, known, given);
    const events = await store.events(conversation, { after: known.seq, limit: eventsAtOnce });
    const fold = foldConversation(measures, known, events);
    return events.length < eventsAtOnce ? fold : foldOn(conversation, fold);
  };

  const catchUp = async (): Promise<number> => {
    let count = 0;
    for (;;) {
      const dirty = await store.dirtyConversations(claimedAtOnce);
      const marked = await Promise.all(dirty.map(({ conversation }) => project(conversation)));
      count += dirty.length;
      // what is said meanwhile is for the next time: customers who never stop talking would keep this going for ever
      if (dirty.length < claimedAtOnce && !marked.includes(true)) return count;
    }
  };

  return {
    offer: offered.add,
    catchUp() {
      const next = last.then(catchUp, catchUp);
      last = next;
      return next;
    },
  };
}

/** Whoever folded them meanwhile has marked this one again, and writing its facts took that mark away. */
async function haveMoved({ events }: Pick<Store, 'events'>, read: ReadonlyMap<string, number>): Promise<boolean> {
  const newer = await Promise.all([...read].map(([id, after]) => events(id, { after, limit: 1 })));
  return newer.some((found) => found.length > 0);
}

/** Events offered are kept until they are folded, of so many conversations at most. */
const mostOffered = 5000;

type Offered = {
  add(conversation: string, events: readonly Event[]): void;
  /** What follows `seq` without a gap; `undefined` when it must be read. */
  take(conversation: string, seq: number): readonly Event[] | undefined;
};

function createOffered(): Offered {
  const waiting = new Map<string, readonly Event[]>();
  return {
    add(conversation, events) {
      const before = waiting.get(conversation) ?? [];
      if (before.length > eventsAtOnce || waiting.size > mostOffered) waiting.clear();
      else waiting.set(conversation, [...before, ...events]);
    },
    take(conversation, seq) {
      const events = waiting.get(conversation);
      waiting.delete(conversation);
      const isNext = events?.every((event, index) => event.seq === seq + 1 + index);
      return events && events.length > 0 && isNext ? events : undefined;
    },
  };
}

function forgetOldest(folds: Map<string, ConversationFold>): void {
  const [oldest] = folds.keys();
  if (folds.size > remembered && oldest !== undefined) folds.delete(oldest);
}

type RowsOf = (conversation: string, facts: readonly Facts[]) => readonly CountedFacts[];

/** Facts as they are stored, with what they add to the rollups. */
export function createRowsOf(measures: Measures, zone: string): RowsOf {
  const hourOf = createHourOf(zone);
  return (conversation, whole) =>
    whole.map((facts) => ({
      case: facts.case,
      conversation,
      startedAt: facts.startedAt,
      brief: briefOf(measures, [facts]),
      // the same events make the same facts, and those the same bytes: what folds them puts each key in its place
      facts: JSON.stringify(facts),
      ...(isAnswersOnly(facts) ? {} : { rollup: rollupOf(measures, facts, hourOf) }),
    }));
}
