import type { State } from '../../dialogs/state.ts';
import type { Event, EventOf } from '../../events/event.ts';
import type { ForOutside, OutboxRow } from '../ports/delivery.ts';

/** Which desk outside has which handoff. */
type Held = { readonly desk: string; readonly handoff: string };
type Told = { readonly held: Held; readonly outside: ForOutside; readonly text?: string };

/**
 * What a turn's events are to a desk outside: deliveries of their own, beside those to the customer, in order among themselves.
 *
 * @param before the handoff as it was before the turn
 */
export function outsideRows(before: State['handoff'], events: readonly Event[]): readonly OutboxRow[] {
  const rows: OutboxRow[] = [];
  let held = heldBefore(before);
  for (const event of events) {
    const told = begun(event, events) ?? (held && goingOn(event, held));
    if (told) rows.push(rowOf(event, told));
    if (told?.outside.tells === 'begun') held = told.held;
  }
  return rows;
}

function heldBefore(before: State['handoff']): Held | undefined {
  if (!before || before.desk === null || before.phase === 'over') return undefined;
  return { desk: before.desk, handoff: before.id };
}

function begun(event: Event, events: readonly Event[]): Told | undefined {
  if (event.type !== 'handoff.queued' || event.data.desk === undefined) return undefined;
  const { handoff, team, desk } = event.data;
  const asked = events.findLast((one): one is EventOf<'handoff.requested'> => one.type === 'handoff.requested');
  const reason = asked?.data.reason ?? '';
  return { held: { desk, handoff }, outside: { tells: 'begun', handoff, at: event.at, team, reason } };
}

function goingOn(event: Event, held: Held): Told | undefined {
  const { handoff } = held;
  const { at } = event;
  switch (event.type) {
    case 'customer.said': {
      const { text = '', files = [] } = event.words ?? {};
      return { held, outside: { tells: 'said', handoff, at, files }, text };
    }
    case 'handoff.left':
      return { held, outside: { tells: 'over', handoff, at, why: 'left' } };
    case 'handoff.rerouted':
      return { held, outside: { tells: 'over', handoff, at, why: 'rerouted' } };
    default:
      return undefined;
  }
}

function rowOf({ conversation, seq }: Event, { held, outside, text = '' }: Told): OutboxRow {
  const place = { id: `${conversation}:${seq}`, conversation, seq, channel: held.desk, address: conversation };
  return { ...place, text, choices: [], cards: [], outside };
}
