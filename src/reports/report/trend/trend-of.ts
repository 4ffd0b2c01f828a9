/**
 * The trend of cases by the day they began. The same cases in any order give the same trend.
 */
import type { TableView } from '../../table/create-table.ts';
import type { Query } from '../query.ts';
import { chartsOf } from './charts-of.ts';
import { type Buckets, daysOf } from './day.ts';
import { deploysIn } from './deploys-in.ts';
import { raisedIn } from './raised-in.ts';
import type { Bucket, Trend } from './trend.ts';

/** Longer spans are shown by weeks. */
const mostDays = 62;

/** @param rows of the cases it is about */
export function trendOf(table: TableView, rows: Uint32Array, { zone }: Pick<Query, 'zone'>): Trend {
  const { unit, days } = daysOf(table, rows, { zone, bucketsOf });
  return {
    bucket: unit,
    buckets: days.map(({ from, cases, engaged }): Bucket => ({ from, cases, engaged })),
    charts: chartsOf(days),
    deploys: deploysIn(table, rows, zone),
    raised: raisedIn(table, rows, zone),
  };
}

/** @param days in order */
function bucketsOf(days: readonly string[]): Buckets {
  const isLong = daysBetween(days[0], days.at(-1)) > mostDays;
  return isLong ? { unit: 'week', names: days.map(mondayOf) } : { unit: 'day', names: days };
}

const dayMs = 86_400_000;

function daysBetween(first: string | undefined, last: string | undefined): number {
  return first === undefined || last === undefined ? 0 : (Date.parse(last) - Date.parse(first)) / dayMs;
}

function mondayOf(day: string): string {
  const at = Date.parse(day);
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - sinceMonday * dayMs).toISOString().slice(0, 10);
}
