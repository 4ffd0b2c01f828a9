/**
 * Gathers cases by the day they began, for the trend. The same cases in any order give the same trend.
 */
import type { Facts } from '../../../measurement/facts.ts';
import type { Kind } from '../cases/kind.ts';
import { chartsOf } from './charts-of.ts';
import { createDayOf } from './create-day-of.ts';
import { createDeploys } from './create-deploys.ts';
import { addTo, type Day, emptyDay, merged } from './day.ts';
import type { Bucket, Trend } from './trend.ts';

/** `see` any facts there are; `add` those the report is about, with their kind. */
export type TrendBuilder = { see(facts: Facts): void; add(facts: Facts, kind: Kind): void; read(): Trend };

/** Longer spans are shown by weeks. */
const mostDays = 62;

export function createTrend(zone: string): TrendBuilder {
  const dayOf = createDayOf(zone);
  const days = new Map<string, Day>();
  const deploys = createDeploys();
  return {
    see: deploys.see,
    add(facts, kind) {
      const day = dayOf(facts.startedAt);
      const known = days.get(day) ?? emptyDay();
      days.set(day, known);
      addTo(known, facts, kind);
      deploys.add(facts, day);
    },
    read() {
      const inOrder = [...days].toSorted(([a], [b]) => (a < b ? -1 : 1));
      const isLong = daysBetween(inOrder[0]?.[0], inOrder.at(-1)?.[0]) > mostDays;
      const buckets = isLong ? byWeek(inOrder) : inOrder;
      return {
        bucket: isLong ? 'week' : 'day',
        buckets: buckets.map(([from, { cases, engaged }]): Bucket => ({ from, cases, engaged })),
        charts: chartsOf(buckets),
        deploys: deploys.read(),
      };
    },
  };
}

const dayMs = 86_400_000;

function daysBetween(first: string | undefined, last: string | undefined): number {
  return first === undefined || last === undefined ? 0 : (Date.parse(last) - Date.parse(first)) / dayMs;
}

function byWeek(days: readonly (readonly [string, Day])[]): readonly (readonly [string, Day])[] {
  const weeks = Map.groupBy(days, ([day]) => mondayOf(day));
  return [...weeks].map(([monday, group]) => [monday, merged(group.map(([, day]) => day))]);
}

function mondayOf(day: string): string {
  const at = Date.parse(day);
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - sinceMonday * dayMs).toISOString().slice(0, 10);
}
