/**
 * Divides the events of a conversation among its cases, and folds each. Membership is decided by the events themselves (`case` of the envelope).
 */
import type { Event, EventOf, EventType } from '../events/event.ts';
import type { Measures } from './constants/measures.ts';
import { type Facts, readFacts } from './facts.ts';
import { type CaseFold, foldCase, startCase } from './fold-case.ts';

/**
 * @property origin how the conversation began: part of each of its cases
 * @property before what was since the last case and belongs to the next one, should there be one
 * @property elsewhere cases of this conversation that go on with one of another: their facts stand there
 * @property joined cases of other conversations that go on with one of this
 */
export type ConversationFold = {
  readonly seq: number;
  readonly origin: EventOf<'conversation.started'> | null;
  readonly before: CaseFold;
  readonly cases: ReadonlyMap<string, CaseFold>;
  readonly current: string | null;
  readonly elsewhere: ReadonlyMap<string, Elsewhere>;
  readonly joined: ReadonlyMap<string, Joined>;
};

/** @property to conversation of `root`, the case it is part of */
export type Elsewhere = { readonly root: string; readonly to: string };
export type Joined = { readonly root: string; readonly conversation: string };

export const startConversation: ConversationFold = {
  seq: 0,
  origin: null,
  before: startCase,
  cases: new Map(),
  current: null,
  elsewhere: new Map(),
  joined: new Map(),
};

/**
 * Folds further events of one conversation, in order of `seq`. An event seen before changes nothing, and so does one that comes too late.
 *
 * What belongs to no case goes to the case of the moment; what the customer says when there is none yet opens the next.
 */
export function foldConversation(
  measures: Measures,
  fold: ConversationFold,
  events: Iterable<Event>,
): ConversationFold {
  const growing: Growing = { ...fold, cases: new Map(fold.cases) };
  for (const event of events) if (event.seq > growing.seq) foldOne(measures, growing, event);
  return growing;
}

/** Mutable inside one call, invisible outside. */
type Growing = { -readonly [K in keyof ConversationFold]: ConversationFold[K] } & {
  readonly cases: Map<string, CaseFold>;
};

function foldOne(measures: Measures, fold: Growing, event: Event): void {
  fold.seq = event.seq;
  note(fold, event);
  const id = event.case ?? (fold.current !== null && !opens.has(event.type) ? fold.current : null);
  if (id === null) {
    fold.before = foldCase(measures, fold.before, event);
    return;
  }
  const known = fold.cases.get(id);
  fold.cases.set(id, foldCase(measures, known ?? fold.before, event));
  if (!known) fold.before = begun(measures, fold.origin);
  if (!besides.has(event.type)) fold.current = id;
}

/** How it began, and which of its cases belong together with those of other conversations. */
function note(fold: Growing, event: Event): void {
  switch (event.type) {
    case 'conversation.started':
      fold.origin = event;
      break;
    case 'entry.named':
      if (fold.origin) fold.origin = { ...fold.origin, data: { ...fold.origin.data, ...event.data } };
      break;
    case 'case.linked': {
      const { case: id, root, to } = event.data;
      if (to !== event.conversation) fold.elsewhere = new Map(fold.elsewhere).set(id, { root, to });
      break;
    }
    case 'case.continued': {
      const { case: id, root, conversation } = event.data;
      fold.joined = new Map(fold.joined).set(id, { root, conversation });
      break;
    }
    default:
  }
}

/** What stands before `case.opened` in the turn that opens a case. */
const opens: ReadonlySet<EventType> = new Set<EventType>([
  'conversation.started',
  'entry.named',
  'customer.said',
  'message.observed',
  'intent.recognised',
]);

/** What is said of a case beside the conversation does not make it that of the moment. */
const besides: ReadonlySet<EventType> = new Set<EventType>([
  'case.silent',
  'case.matured',
  'case.continued',
  'review.judged',
  'goal.verified',
  'action.requested',
  'action.succeeded',
  'action.failed',
]);

/** A case begins with how the conversation began, though that may be long ago. */
function begun(measures: Measures, origin: Event | null): CaseFold {
  return origin ? { ...foldCase(measures, startCase, origin), startedAt: null } : startCase;
}

/**
 * One row per case, in order of opening; a conversation without a case is one row with its own id. Nothing at all for no events. Cases that go on
 * with one of another conversation are left out, and those that others go on with hold only what happened here: `foldChain` has the whole.
 */
export function readConversation(measures: Measures, conversation: string, fold: ConversationFold): readonly Facts[] {
  if (fold.seq === 0) return [];
  if (fold.cases.size === 0) return [readFacts(measures, conversation, fold.before)];
  return [...fold.cases].filter(([id]) => !fold.elsewhere.has(id)).map(([id, one]) => readFacts(measures, id, one));
}
