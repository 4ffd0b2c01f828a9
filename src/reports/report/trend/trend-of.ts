/**
 * The trend of cases by the day they began. The same cases in any order give the same trend.
 */
import type { TableView } from '../../table/create-table.ts';
import type { Query } from '../query.ts';
import { chartsOf } from './charts-of.ts';
import { type Day, daysOf, merged } from './day.ts';
import { deploysIn } from './deploys-in.ts';
import { raisedIn } from './raised-in.ts';
import type { Bucket, Trend } from './trend.ts';

/** Longer spans are shown by weeks. */
const mostDays = 62;

/** @param rows of the cases it is about */
export function trendOf(table: TableView, rows: Uint32Array, { zone }: Pick<Query, 'zone'>): Trend {
  const days = daysOf(table, rows, zone);
  const isLong = daysBetween(days[0]?.from, days.at(-1)?.from) > mostDays;
  const buckets = isLong ? byWeek(days) : days;
  return {
    bucket: isLong ? 'week' : 'day',
    buckets: buckets.map(({ from, cases, engaged }): Bucket => ({ from, cases, engaged })),
    charts: chartsOf(buckets),
    deploys: deploysIn(table, rows, zone),
    raised: raisedIn(table, rows, zone),
  };
}

const dayMs = 86_400_000;

function daysBetween(first: string | undefined, last: string | undefined): number {
  return first === undefined || last === undefined ? 0 : (Date.parse(last) - Date.parse(first)) / dayMs;
}

function byWeek(days: readonly Day[]): readonly Day[] {
  const weeks = Map.groupBy(days, ({ from }) => mondayOf(from));
  return [...weeks].map(([monday, group]) => merged(monday, group));
}

function mondayOf(day: string): string {
  const at = Date.parse(day);
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - sinceMonday * dayMs).toISOString().slice(0, 10);
}
