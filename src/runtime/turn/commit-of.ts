/**
 * What a turn's events mean for the store: rows to add and to remove, all in one transaction.
 */
import { evolveVersion, type State } from '../../dialogs/state.ts';
import type { Event, EventOf } from '../../events/event.ts';
import type { ActionRow, Commit, Head, InboxRow, OutboxRow, TimerRow } from '../ports.ts';

export type Turned = {
  readonly head: Head;
  readonly state: State;
  readonly events: readonly Event[];
  readonly inbox: readonly InboxRow[];
  readonly handled: readonly string[];
  /** the channel delivers by push: replies need outbox rows */
  readonly isPushed: boolean;
  /** a timer that came due */
  readonly timer: string | undefined;
  /** a request whose result came */
  readonly request: string | undefined;
};

/** A snapshot costs a commit about as much as its events; folding so many turns again costs less than reading their rows. */
const turnsBetweenSnapshots = 8;

export function commitOf({ head, state, events, inbox, handled, isPushed, timer, request }: Turned): Commit {
  const { conversation } = head;
  return {
    head,
    events,
    snapshot: head.version % turnsBetweenSnapshots === 0 ? { seq: head.seq, evolveVersion, state } : undefined,
    inbox,
    handled,
    // who was erased has no address any more
    outbox: isPushed && head.address !== '' ? of(events, 'bot.said').map((said) => outboxRow(head, said)) : [],
    timersSet: of(events, 'timer.set').map((set) => timerRow(conversation, set)),
    timersCleared: [
      ...of(events, 'timer.cleared').map(({ data }) => data.timer),
      ...(timer === undefined ? [] : [timer]),
    ],
    actionsAdded: of(events, 'action.requested').map((event) => actionRow(head, event)),
    actionsRemoved: request === undefined ? [] : [request],
    dirtyCases: [...new Set(events.map((event) => event.case ?? conversation))],
  };
}

function of<T extends Event['type']>(events: readonly Event[], type: T): readonly EventOf<T>[] {
  return events.filter((event): event is EventOf<T> => event.type === type);
}

function outboxRow({ conversation, channel, address }: Head, { seq, words }: EventOf<'bot.said'>): OutboxRow {
  const id = `${conversation}:${seq}`;
  const { text = '', choices = [], cards = [] } = words ?? {};
  return { id, conversation, seq, channel, address, text, choices, cards };
}

function timerRow(conversation: string, { at, data }: EventOf<'timer.set'>): TimerRow {
  return { conversation, timer: data.timer, dueAt: at + data.dueInMs };
}

function actionRow({ conversation, program }: Head, { at, data, words }: EventOf<'action.requested'>): ActionRow {
  const { request, action } = data;
  return { conversation, request, action, input: words?.input ?? null, program, started: 0, requestedAt: at };
}
