import { entriesOf } from '../outside/journal.ts';
import type { Property } from './evidence.ts';

/** Every reply a commit promised reached the counterpart, and nothing did that no commit promised. */
export const repliesArrive: Property = ({ told, journal }) => {
  const deliveries = entriesOf(journal, 'delivery');
  const taken = new Map(deliveries.filter((one) => one.taken).map((one) => [one.id, one.text]));
  const promised: ReadonlyMap<string, string> = new Map(
    told.flatMap(({ conversation, events }) =>
      events.flatMap((event) =>
        event.type === 'bot.said' ? [[`${conversation}:${event.seq}`, event.words?.text ?? ''] as const] : [],
      ),
    ),
  );
  return [
    ...[...promised.keys()].flatMap((id) => (taken.has(id) ? [] : [`reply ${id} was promised and never arrived`])),
    ...deliveries.flatMap(({ id, text, process }) => {
      const isPromised = promised.get(id) === text;
      return isPromised ? [] : [`${process} sent "${text}" as ${id}, where the log has "${promised.get(id)}"`];
    }),
  ];
};
