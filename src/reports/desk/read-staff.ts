/** What people did with the cases that were handed to them: all together, by team, by day of the week and by agent. */
import type { Filters, Query } from '../report/query.ts';
import { createDayOf } from '../report/trend/create-day-of.ts';
import type { Handovers } from './keep-handovers.ts';
import { type Handover, type StaffFigures, staffFigures } from './staff-figures.ts';

export type Staff = StaffFigures & {
  readonly schema: 'staff/1';
  readonly from: string | null;
  readonly to: string | null;
  readonly zone: string;
  readonly asOf: string;
  readonly filters: Filters;
  /** the team a conversation was last meant for; `null`: anybody */
  readonly teams: readonly (StaffFigures & { readonly team: string | null })[];
  /** the day people were asked for, in `zone`: 1 is Monday, 7 Sunday; days without any are left out */
  readonly weekdays: readonly (StaffFigures & { readonly weekday: number })[];
  /** by who took it first; `name`: `null` where all words of theirs were erased */
  readonly agents: readonly (StaffFigures & { readonly agent: string; readonly name: string | null })[];
};

/** A conversation belongs to the day its case began. Rejects as the store does. */
export async function readStaff(handovers: Handovers, query: Query): Promise<Staff> {
  const { from, to, zone, asOf, filters } = query;
  const all = await handovers.read(query);
  const day = createDayOf(zone);
  const byAgent = Map.groupBy(
    all.filter(({ agent }) => agent !== null),
    ({ agent }) => agent ?? '',
  );
  return {
    schema: 'staff/1',
    ...{ from, to, zone, asOf: new Date(asOf).toISOString(), filters },
    ...staffFigures(all),
    teams: largestFirst(Map.groupBy(all, ({ team }) => team)).map(([team, some]) => ({ team, ...staffFigures(some) })),
    weekdays: [...Map.groupBy(all, ({ requestedAt }) => weekdayOf(day.at(requestedAt)))]
      .sort(([a], [b]) => a - b)
      .map(([weekday, some]) => ({ weekday, ...staffFigures(some) })),
    agents: await Promise.all(
      largestFirst(byAgent).map(async ([agent, some]) => ({
        agent,
        name: await handovers.nameOf(some),
        ...staffFigures(some),
      })),
    ),
  };
}

/** Of a date: 1 is Monday. */
function weekdayOf(date: string): number {
  return ((new Date(date).getUTCDay() + 6) % 7) + 1;
}

function largestFirst<K>(groups: ReadonlyMap<K, readonly Handover[]>): readonly (readonly [K, readonly Handover[]])[] {
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}
