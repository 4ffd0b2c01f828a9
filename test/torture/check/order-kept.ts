import { type Entry, type EntryOf, entriesOf } from '../outside/journal.ts';
import type { Evidence, Property, Told } from './evidence.ts';

/** What a customer said after the acknowledgement of something else stands behind it; replies arrive in the order of the log. */
export const orderKept: Property = (evidence) => [...messagesInOrder(evidence), ...repliesInOrder(evidence)];

type Said = {
  readonly id: string;
  readonly text: string;
  readonly line: number;
  readonly acknowledged: number;
  readonly seq: number;
};

function messagesInOrder({ told, journal }: Evidence): readonly string[] {
  const lines = Map.groupBy(numbered(journal), ({ conversation }) => conversation);
  return told.flatMap((one) => {
    const said = saidIn(one, lines.get(one.conversation) ?? []);
    return said.flatMap((earlier) =>
      said.flatMap((later) =>
        earlier.acknowledged < later.line && earlier.seq > later.seq && !isUrgent(later)
          ? [
              `${one.conversation}: ${later.id} (seq ${later.seq}) was said after ${earlier.id} (seq ${earlier.seq}) was acknowledged, and stands before it`,
            ]
          : [],
      ),
    );
  });
}

/** A wish for a person, or to stop, overtakes what waits for an action. */
function isUrgent({ text }: Said): boolean {
  return text === '#human.request' || text === '#flow.cancel';
}

type Line = (EntryOf<'said'> | EntryOf<'acknowledged'>) & { readonly line: number };

function numbered(journal: readonly Entry[]): readonly Line[] {
  return journal.flatMap((entry, line) =>
    entry.what === 'said' || entry.what === 'acknowledged' ? [{ ...entry, line }] : [],
  );
}

function saidIn({ events }: Told, lines: readonly Line[]): readonly Said[] {
  return events.flatMap((event): readonly Said[] => {
    if (event.type !== 'customer.said') return [];
    const id = event.data.input;
    const line = lines.find((one) => one.id === id && one.what === 'said')?.line ?? 0;
    const ack = lines.find((one) => one.id === id && one.what === 'acknowledged')?.line ?? Number.POSITIVE_INFINITY;
    return [{ id, text: event.words?.text ?? '', line, acknowledged: ack, seq: event.seq }];
  });
}

function repliesInOrder({ journal }: Evidence): readonly string[] {
  const taken = entriesOf(journal, 'delivery').filter((one) => one.taken);
  return [...Map.groupBy(taken, ({ conversation }) => conversation)].flatMap(([conversation, deliveries]) => {
    const seqs = [...new Set(deliveries.map(({ seq }) => seq))];
    const index = seqs.findIndex((seq, at) => seq < (seqs[at - 1] ?? 0));
    if (index < 0) return [];
    return [`${conversation}: reply ${seqs[index]} arrived first after reply ${seqs[index - 1]} had`];
  });
}
