import type { DeskStore, HandoffRow } from '../../runtime/ports/desk.ts';
import type { Tables } from './tables.ts';

/** The desk of the memory store. */
export function memoryDesk(within: <T>(work: (tables: Tables) => T) => Promise<T>): DeskStore {
  return {
    handoffs: () => within(({ handoffs }) => [...handoffs.values()].toSorted(bySince)),
    setPresence: (row) => within(({ presences }) => void presences.set(row.agent, row)),
    reach: (agent, { now, until }) =>
      within(({ presences, reaching }) => {
        if (!presences.has(agent) || (reaching.get(agent) ?? now) > now) return false;
        reaching.set(agent, until);
        return true;
      }),
    letGo: (agent, until) => within(({ reaching }) => void (reaching.get(agent) === until && reaching.delete(agent))),
    presences: (after) =>
      within(({ presences }) =>
        [...presences.values()].filter(({ seenAt }) => seenAt > after).toSorted((a, b) => (a.agent < b.agent ? -1 : 1)),
      ),
  };
}

function bySince(a: HandoffRow, b: HandoffRow): number {
  return a.since - b.since || (a.conversation < b.conversation ? -1 : 1);
}
