/**
 * A case over several conversations: what happened in each, put in one order and folded as one.
 */
import type { Event } from '../events/event.ts';
import type { Instant } from '../events/instant.ts';
import type { Measures } from './constants/measures.ts';
import { type Facts, readFacts } from './facts.ts';
import { foldCase, startCase } from './fold-case.ts';

/** @property case what the case is called there; @property events of the whole conversation, in order */
export type Stretch = { readonly case: string; readonly events: readonly Event[] };

/** @property id of the case; @property startedAt when it began; @property stretches the one it began in first */
export type Chain = { readonly id: string; readonly startedAt: Instant; readonly stretches: readonly Stretch[] };

/** Facts of a case from all its stretches: events go by time, then conversation, then sequence. */
export function foldChain(measures: Measures, { id, startedAt, stretches }: Chain): Facts {
  const fold = eventsOfChain(stretches).reduce((known, event) => foldCase(measures, known, event), startCase);
  return readFacts(measures, id, { ...fold, startedAt });
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
