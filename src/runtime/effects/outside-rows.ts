import type { State } from '../../dialogs/state.ts';
import type { Event } from '../../events/event.ts';
import type { ForOutside, OutboxRow } from '../ports/delivery.ts';
import type { Head } from '../ports.ts';

/**
 * What a turn's events are to a desk outside: deliveries of their own, beside those to the customer, in order among themselves.
 *
 * @param before the handoff as it was before the turn
 */
export function outsideRows(
  { conversation }: Head,
  before: State['handoff'],
  events: readonly Event[],
): readonly OutboxRow[] {
  let desk = before?.phase === 'over' ? null : (before?.desk ?? null);
  let asked = { reason: '' };
  const rows: OutboxRow[] = [];
  const add = (
    { seq }: Event,
    channel: string,
    told: { readonly outside: ForOutside; readonly text?: string },
  ): void => {
    const id = `${conversation}:${seq}`;
    rows.push({ id, conversation, seq, channel, address: conversation, text: '', choices: [], cards: [], ...told });
  };
  for (const event of events) {
    const { at } = event;
    if (event.type === 'handoff.requested') asked = event.data;
    if (event.type === 'handoff.queued' && event.data.desk !== undefined) {
      desk = event.data.desk;
      const { handoff, team } = event.data;
      add(event, desk, { outside: { tells: 'begun', handoff, at, team, reason: asked.reason } });
    }
    if (desk === null) continue;
    if (event.type === 'customer.said') {
      const { text = '', files = [] } = event.words ?? {};
      add(event, desk, { outside: { tells: 'said', handoff: before?.id ?? '', at, files }, text });
    }
    const why = endings.get(event.type);
    if (why !== undefined && 'handoff' in event.data) {
      add(event, desk, { outside: { tells: 'over', handoff: String(event.data.handoff), at, why } });
      desk = null;
    }
  }
  return rows;
}

/** What ends it without the desk's doing. */
const endings: ReadonlyMap<Event['type'], 'left' | 'rerouted'> = new Map([
  ['handoff.left', 'left'],
  ['handoff.rerouted', 'rerouted'],
]);
