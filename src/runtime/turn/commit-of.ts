/**
 * What a turn's events mean for the store: rows to add and to remove, all in one transaction.
 */
import { evolveVersion, type State } from '../../dialogs/state.ts';
import type { Event, EventOf } from '../../events/event.ts';
import { outsideRows } from '../effects/outside-rows.ts';
import type { Channel, HandoffTold, OutboxRow } from '../ports/delivery.ts';
import type { ActionRow, Commit, Head, InboxRow, TimerRow } from '../ports.ts';

export type Turned = {
  readonly head: Head;
  readonly before: State;
  readonly state: State;
  readonly events: readonly Event[];
  readonly inbox: readonly InboxRow[];
  readonly handled: readonly string[];
  /** where it delivers by push, replies need outbox rows */
  readonly channel: Channel | undefined;
  /** a timer that came due */
  readonly timer: string | undefined;
  /** a request whose result came */
  readonly request: string | undefined;
};

/** A snapshot costs a commit about as much as its events; folding so many turns again costs less than reading their rows. */
const turnsBetweenSnapshots = 8;

export function commitOf({ head, before, state, events, inbox, handled, channel, timer, request }: Turned): Commit {
  const { conversation } = head;
  return {
    head,
    events,
    snapshot: head.version % turnsBetweenSnapshots === 0 ? { seq: head.seq, evolveVersion, state } : undefined,
    inbox,
    handled,
    // who was erased has no address any more
    outbox: [
      ...(channel?.delivery === 'push' && head.address !== '' ? outboxRows(head, events, channel) : []),
      ...outsideRows(before.handoff, events),
    ],
    timersSet: of(events, 'timer.set').map((set) => timerRow(conversation, set)),
    timersCleared: [
      ...of(events, 'timer.cleared').map(({ data }) => data.timer),
      ...(timer === undefined ? [] : [timer]),
    ],
    ...handoffOf(head, state, events),
    actionsAdded: of(events, 'action.requested').map((event) => actionRow(head, event)),
    actionsRemoved: request === undefined ? [] : [request],
    dirtyCases: [...new Set(events.map((event) => event.case ?? conversation))],
  };
}

function of<T extends Event['type']>(events: readonly Event[], type: T): readonly EventOf<T>[] {
  return events.filter((event): event is EventOf<T> => event.type === type);
}

function outboxRows(head: Head, events: readonly Event[], { tellsHandoff = false }: Channel): readonly OutboxRow[] {
  return events.flatMap((event) => {
    if (event.type === 'bot.said') return [{ ...placeOf(head, event.seq), ...wordsOf(event) }];
    const place = { ...placeOf(head, event.seq), choices: [], cards: [] };
    if (event.type === 'agent.said') return [{ ...place, text: event.words?.text ?? '' }];
    const handoff = tellsHandoff ? told(event) : undefined;
    return handoff ? [{ ...place, text: '', handoff }] : [];
  });
}

function placeOf({ conversation, channel, address }: Head, seq: number) {
  return { id: `${conversation}:${seq}`, conversation, seq, channel, address };
}

function wordsOf({ data, words = { text: '' } }: EventOf<'bot.said'>) {
  const { text, choices = [], cards = [], isCarousel } = words;
  const { expectsInput, language, survey } = data;
  return {
    text,
    choices,
    cards,
    ...(isCarousel === undefined ? {} : { isCarousel }),
    ...(expectsInput ? { expectsInput } : {}),
    ...(language === undefined ? {} : { language }),
    ...(survey === undefined ? {} : { survey: survey.item }),
  };
}

function told(event: Event): HandoffTold | undefined {
  switch (event.type) {
    case 'handoff.requested':
      return { type: event.type, data: event.data };
    case 'handoff.unavailable':
      return { type: event.type, data: event.data };
    case 'handoff.accepted':
      return { type: event.type, data: event.data };
    case 'handoff.returned':
      return { type: event.type, data: event.data };
    case 'handoff.closed':
      return { type: event.type, data: event.data };
    default:
      return undefined;
  }
}

/** Its place at the desk is written where it changes hands; a desk outside keeps its own line. */
function handoffOf({ conversation }: Head, { handoff }: State, events: readonly Event[]): Pick<Commit, 'handoff'> {
  if (!handoff || !events.some(({ type }) => type.startsWith('handoff.'))) return {};
  const { id, phase, desk, promise: _, endedAt: _ended, passed: _passed, ...place } = handoff;
  return { handoff: phase === 'over' || desk !== null ? null : { ...place, conversation, handoff: id } };
}

function timerRow(conversation: string, { at, data }: EventOf<'timer.set'>): TimerRow {
  return { conversation, timer: data.timer, dueAt: at + data.dueInMs };
}

function actionRow({ conversation, program }: Head, { at, data, words }: EventOf<'action.requested'>): ActionRow {
  const { request, action } = data;
  return { conversation, request, action, input: words?.input ?? null, program, started: 0, requestedAt: at };
}
