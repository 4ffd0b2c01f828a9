/**
 * Divides the events of a conversation among its cases, and folds each. Membership is decided by the events themselves (`case` of the envelope).
 */
import type { Event, EventOf, EventType } from '../events/event.ts';
import type { Measures } from './constants/measures.ts';
import { type Facts, readFacts } from './facts.ts';
import { type CaseFold, foldCase, startCase } from './fold-case.ts';

/**
 * @property origin how the conversation began: part of each of its cases
 * @property before events since the last case that belong to the next one, should there be one
 */
export type ConversationFold = {
  readonly seq: number;
  readonly origin: EventOf<'conversation.started'> | null;
  readonly before: readonly Event[];
  readonly cases: ReadonlyMap<string, CaseFold>;
  readonly current: string | null;
};

export const startConversation: ConversationFold = {
  seq: 0,
  origin: null,
  before: [],
  cases: new Map(),
  current: null,
};

/**
 * Folds further events of one conversation, in order of `seq`. An event seen before changes nothing.
 *
 * What belongs to no case goes to the case of the moment; what the customer says when there is none yet opens the next.
 */
export function foldConversation(
  measures: Measures,
  fold: ConversationFold,
  events: Iterable<Event>,
): ConversationFold {
  const cases = new Map(fold.cases);
  let { seq, origin, current } = fold;
  const before = [...fold.before];
  for (const event of events) {
    if (event.seq <= seq) continue;
    seq = event.seq;
    if (event.type === 'conversation.started') origin = event;
    if (event.type === 'entry.named' && origin) origin = { ...origin, data: { ...origin.data, ...event.data } };
    const id = event.case ?? (current !== null && !opens.has(event.type) ? current : null);
    if (id === null) {
      before.push(event);
      continue;
    }
    const known = cases.get(id) ?? begin(measures, origin, before.splice(0));
    cases.set(id, foldCase(measures, known, event));
    current = id;
  }
  return { seq, origin, before, cases, current };
}

/** What stands before `case.opened` in the turn that opens a case. */
const opens: ReadonlySet<EventType> = new Set<EventType>([
  'conversation.started',
  'entry.named',
  'customer.said',
  'message.observed',
  'intent.recognised',
]);

/** A case begins with how the conversation began, though that may be long ago. */
function begin(measures: Measures, origin: Event | null, before: readonly Event[]): CaseFold {
  const isFirst = before.some(({ type }) => type === 'conversation.started');
  const known = origin && !isFirst ? { ...foldCase(measures, startCase, origin), startedAt: null } : startCase;
  return before.reduce((fold, event) => foldCase(measures, fold, event), known);
}

/** One row per case, in order of opening; a conversation without a case is one row with its own id. Nothing at all for no events. */
export function readConversation(measures: Measures, conversation: string, fold: ConversationFold): readonly Facts[] {
  if (fold.seq === 0) return [];
  if (fold.cases.size === 0) return [readFacts(measures, conversation, begin(measures, fold.origin, fold.before))];
  return [...fold.cases].map(([id, one]) => readFacts(measures, id, one));
}
