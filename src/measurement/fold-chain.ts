/**
 * A case over several conversations: what happened in each, put in one order and folded as one.
 */
import type { Event } from '../events/event.ts';
import type { Instant } from '../events/instant.ts';
import type { Measures } from './constants/measures.ts';
import { type Facts, readFacts } from './facts.ts';
import { type CaseFold, foldCase, startCase } from './fold-case.ts';

/** @property case what the case is called there; @property events of the whole conversation, in order */
export type Stretch = { readonly case: string; readonly events: readonly Event[] };

/** A case over its stretches as far as it is folded. @property last the event folded last; `undefined` before the first */
export type ChainFold = { readonly fold: CaseFold; readonly last: Event | undefined };

/** Folds all stretches of a case, the one it began in first: events go by time, then conversation, then sequence. */
export function foldChain(measures: Measures, stretches: readonly Stretch[]): ChainFold {
  return foldOn(measures, { fold: startCase, last: undefined }, eventsOfChain(stretches));
}

/**
 * Folds on what came since, so that a message costs its own events however long the conversations are.
 *
 * @param later what was added to each stretch, all of which have a case already
 * @returns `undefined` where something of it belongs before what is folded: the whole is to be folded anew
 */
export function foldLater(measures: Measures, known: ChainFold, later: readonly Stretch[]): ChainFold | undefined {
  const events = later.flatMap((stretch) => stretch.events.filter((event) => event.case === stretch.case));
  const [first, ...rest] = events.toSorted(inOrder);
  if (first === undefined) return known;
  if (known.last && inOrder(known.last, first) > 0) return undefined;
  return foldOn(measures, known, [first, ...rest]);
}

function foldOn(measures: Measures, known: ChainFold, events: readonly Event[]): ChainFold {
  const fold = events.reduce((before, event) => foldCase(measures, before, event), known.fold);
  return { fold, last: events.at(-1) ?? known.last };
}

/** @property id of the case; @property startedAt when it began */
export type Chain = { readonly id: string; readonly startedAt: Instant; readonly chain: ChainFold };

export function factsOfChain(measures: Measures, { id, startedAt, chain }: Chain): Facts {
  return readFacts(measures, id, { ...chain.fold, startedAt });
}

/** The events of a case over its stretches, the first of them where it began, in the order they are folded in. */
export function eventsOfChain(stretches: readonly Stretch[]): readonly Event[] {
  return stretches.flatMap((stretch, index) => eventsOf(stretch, index === 0)).toSorted(inOrder);
}

/** What names the case, and how the conversation began; of what was before it, all where the case has its home, elsewhere the turn that opens it. */
function eventsOf({ case: id, events }: Stretch, isHome: boolean): readonly Event[] {
  const first = events.find((event) => event.case !== null);
  const isBefore = (event: Event): boolean =>
    first?.case === id && event.seq < first.seq && (isHome || event.turn === first.turn);
  return events.filter(
    (event) => event.case === id || (event.case === null && (event.type === 'conversation.started' || isBefore(event))),
  );
}

function inOrder(a: Event, b: Event): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.conversation !== b.conversation) return a.conversation < b.conversation ? -1 : 1;
  return a.seq - b.seq;
}
