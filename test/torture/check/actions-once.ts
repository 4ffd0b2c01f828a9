import { entriesOf } from '../outside/journal.ts';
import { actions } from '../worker/bot.ts';
import type { Property } from './evidence.ts';

/** What must not be done twice is called once at most; every action that was asked for has one result; and none is called that nobody asked for. */
export const actionsOnce: Property = ({ told, journal }) => {
  const calls = Map.groupBy(entriesOf(journal, 'call'), ({ key }) => key);
  const asked = new Map<string, number[]>();
  for (const { conversation, events } of told)
    for (const event of events) {
      if (event.type === 'action.requested') asked.set(`${conversation}:${event.data.request}`, []);
      if (event.type === 'action.succeeded' || event.type === 'action.failed')
        asked.get(`${conversation}:${event.data.request}`)?.push(event.seq);
    }
  return [
    ...[...calls].flatMap(([key, times]) => {
      const spec = actions.get(times[0]?.action ?? '');
      const isHarmless = spec?.safe || spec?.idempotent || times.length === 1;
      return isHarmless
        ? []
        : [`${spec?.name} ${key} was called ${times.length} times, by ${times.map((one) => one.process)}`];
    }),
    ...[...calls.keys()].flatMap((key) => (asked.has(key) ? [] : [`${key} was called, and no event asks for it`])),
    ...[...asked].flatMap(([key, seqs]) =>
      seqs.length === 1 ? [] : [`action ${key} has ${seqs.length} results: seq ${seqs.join(', ')}`],
    ),
  ];
};
