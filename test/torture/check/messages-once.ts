import { entriesOf } from '../outside/journal.ts';
import type { Property } from './evidence.ts';

/** Every acknowledged message stands in the log exactly once, and no other message twice; sequence numbers have no gaps. */
export const messagesOnce: Property = ({ told, journal }) => {
  const places = new Map<string, number[]>();
  for (const { events } of told)
    for (const event of events)
      if (event.type === 'customer.said')
        places.set(event.data.input, [...(places.get(event.data.input) ?? []), event.seq]);
  const opened = new Set(told.map(({ conversation }) => conversation));
  return [
    ...entriesOf(journal, 'acknowledged').flatMap(({ conversation, id, status, process, at }) => {
      const isThere = id === `${conversation}.0` ? opened.has(conversation) : places.has(id);
      const how = `acknowledged (${status}) by ${process} at ${at}`;
      return isThere ? [] : [`${conversation}: message ${id} was ${how} and is not in the log`];
    }),
    ...[...places].flatMap(([id, seqs]) =>
      seqs.length === 1 ? [] : [`message ${id} stands in the log ${seqs.length} times: seq ${seqs.join(', ')}`],
    ),
    ...told.flatMap(({ conversation, events, head }) => {
      const gap = events.findIndex(({ seq }, index) => seq !== index + 1);
      const isWhole = gap < 0 && head.seq === events.length;
      return isWhole ? [] : [`${conversation}: its events do not count from 1 to ${head.seq}; look behind seq ${gap}`];
    }),
  ];
};
