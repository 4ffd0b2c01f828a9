import { type EntryOf, entriesOf } from '../outside/journal.ts';
import type { Property } from './evidence.ts';

/** A lease is lost this long before it is seen, at most: it runs 1.5 s, and is looked at ten times a second. */
const beforeMs = 2_500;

/**
 * A reply that was taken and answered is sent again only where something came between: a process that was killed, stopped, or lost its lease, or a
 * database that was out of reach. Its id then lets the customer see it once.
 */
export const repliesOnce: Property = ({ journal }) => {
  const faults = entriesOf(journal, 'fault').filter(({ fault }) => !fault.startsWith('clock'));
  const deliveries = Map.groupBy(entriesOf(journal, 'delivery'), ({ id }) => id);
  return [...deliveries.values()].flatMap((tries) =>
    tries.slice(1).flatMap((again, index) => {
      const before = tries[index];
      if (!before || !isAnswered(before) || isBetween(faults, before, again)) return [];
      return [
        `reply ${again.id} was sent by ${before.process}, answered, and sent again by ${again.process} for no reason`,
      ];
    }),
  );
};

type Delivery = EntryOf<'delivery'>;

function isAnswered({ manner }: Delivery): boolean {
  return manner === 'ok' || manner === 'slow';
}

function isBetween(faults: readonly EntryOf<'fault'>[], before: Delivery, again: Delivery): boolean {
  return faults.some(({ at }) => at >= before.at - beforeMs && at <= again.at + beforeMs);
}
