/**
 * What is kept of the cases of one day, or week: counts, and how often each effort occurs, for their median.
 */
import { isResolved } from '../../../measurement/outcome/outcome-states.ts';
import type { TableView } from '../../table/create-table.ts';
import { isClosed, isInScope, type Kind } from '../cases/kind.ts';
import { isDurable, isMatured } from '../figures/is-durable.ts';
import { createDayOf, quarterMs } from './create-day-of.ts';

/**
 * @property from the day
 * @property unsettled closed cases in scope that are not final yet
 * @property efforts closed cases by tenths of a point of effort
 */
export type Day = Readonly<Record<Counted, number>> & { readonly from: string; readonly efforts: Float64Array };

type Counted = keyof typeof counted;

const counted = {
  cases: () => true,
  engaged: ({ engaged }) => engaged,
  closed: isClosed,
  inScope: isInScope,
  resolved: (kind) => isInScope(kind) && isResolved(kind.state),
  good: (kind) => isClosed(kind) && kind.good,
  high: (kind) => isClosed(kind) && kind.band === 'high',
  matured: (kind) => isInScope(kind) && isMatured(kind),
  durable: (kind) => isInScope(kind) && isMatured(kind) && isDurable(kind),
  unsettled: (kind) => isInScope(kind) && !kind.final,
} as const satisfies Record<string, (kind: Kind) => boolean>;

const efforts = 1001;

/**
 * Days on which a case began, in order, or the weeks of these.
 *
 * @param rows of the cases
 */
export function daysOf(table: TableView, rows: Uint32Array, { zone, bucketsOf }: Bucketing): Days {
  const kinds = table.kinds();
  const { startedAt, kind: kindOf, tenths } = table.columns();
  const { names, isPresent, numbers } = datesOf(startedAt, rows, zone);
  const { unit, buckets, bucketOf } = bucketed({ names, isPresent }, bucketsOf);
  const isIn = Uint8Array.from(kinds, (kind) => (isClosed(kind) ? 1 : 0));
  const counts = new Float64Array(buckets.length * kinds.length);
  const spread = new Float64Array(buckets.length * efforts);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const bucket = bucketOf[numbers[i] ?? 0] ?? 0;
    const kind = kindOf[row] ?? 0;
    const at = bucket * kinds.length + kind;
    counts[at] = (counts[at] ?? 0) + 1;
    const effort = tenths[row] ?? -1;
    if (effort < 0 || isIn[kind] === 0) continue;
    const place = bucket * efforts + effort;
    spread[place] = (spread[place] ?? 0) + 1;
  }
  const days = buckets.map((from, index) =>
    dayOf(from, kinds, {
      counts: counts.subarray(index * kinds.length, (index + 1) * kinds.length),
      efforts: spread.subarray(index * efforts, (index + 1) * efforts),
    }),
  );
  return { unit, days };
}

export type Days = { readonly unit: 'day' | 'week'; readonly days: readonly Day[] };

/** @property names the bucket of each day */
export type Buckets = { readonly unit: Days['unit']; readonly names: readonly string[] };

/** @property bucketsOf says which bucket each of some days is in, which come in order */
type Bucketing = { readonly zone: string; bucketsOf(days: readonly string[]): Buckets };
type Bucketed = {
  readonly unit: Days['unit'];
  readonly buckets: readonly string[];
  readonly bucketOf: Uint32Array;
};

/** @property bucketOf the place of each date's bucket */
function bucketed({ names: dates, isPresent }: Omit<Dates, 'numbers'>, bucketsOf: Bucketing['bucketsOf']): Bucketed {
  const days = dates.filter((_, number) => isPresent[number] === 1).toSorted();
  const { unit, names } = bucketsOf(days);
  const buckets = [...new Set(names)];
  const places = new Map(days.map((day, index) => [day, buckets.indexOf(names[index] ?? '')]));
  return { unit, buckets, bucketOf: Uint32Array.from(dates, (date) => places.get(date) ?? 0) };
}

/** @property isPresent 1 for the dates on which a case began; @property numbers the date of each row */
type Dates = { readonly names: readonly string[]; readonly isPresent: Uint8Array; readonly numbers: Uint32Array };

const nothing = 0xffffffff;

/** The date of each row, by number. */
function datesOf(startedAt: Float64Array, rows: Uint32Array, zone: string): Dates {
  const { first, quarters } = quartersOf(startedAt, rows);
  const dates = createDates(first, quarters, zone);
  const numbers = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const quarter = Math.floor((startedAt[rows[i] ?? 0] ?? 0) / quarterMs) - first;
    if (dates.numbers[quarter] === nothing) dates.find(quarter);
    numbers[i] = dates.numbers[quarter] ?? 0;
  }
  const names = dates.names();
  const isPresent = new Uint8Array(names.length);
  for (let i = 0; i < numbers.length; i++) isPresent[numbers[i] ?? 0] = 1;
  return { names, isPresent, numbers };
}

/** Eight hours: where the first and the last quarter of them have one date, all have. */
const quartersAtOnce = 32;

/** @property numbers of the dates of the quarters of an hour, as far as they were asked for */
type KnownDates = { readonly numbers: Uint32Array; find(quarter: number): void; names(): readonly string[] };

function createDates(first: number, quarters: number, zone: string): KnownDates {
  const dateOf = createDayOf(zone);
  const known = new Map<string, number>();
  const numbers = new Uint32Array(quarters + quartersAtOnce).fill(nothing);
  return {
    numbers,
    find(quarter) {
      const from = quarter - (quarter % quartersAtOnce);
      fill(from, from + quartersAtOnce);
    },
    names: () => [...known.keys()],
  };

  function numberAt(quarter: number): number {
    const date = dateOf.at((first + quarter) * quarterMs);
    const number = known.get(date) ?? known.size;
    known.set(date, number);
    return number;
  }

  function fill(from: number, to: number): void {
    const number = numberAt(from);
    if (to - from === 1 || number === numberAt(to - 1)) {
      numbers.fill(number, from, to);
      return;
    }
    const middle = (from + to) >> 1;
    fill(from, middle);
    fill(middle, to);
  }
}

/** The first quarter of an hour, counted from 1970, and how many there are to the last. */
function quartersOf(startedAt: Float64Array, rows: Uint32Array): { readonly first: number; readonly quarters: number } {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < rows.length; i++) {
    const at = startedAt[rows[i] ?? 0] ?? 0;
    if (at < least) least = at;
    if (at > most) most = at;
  }
  const first = Math.floor(least / quarterMs);
  return rows.length === 0 ? { first: 0, quarters: 0 } : { first, quarters: Math.floor(most / quarterMs) - first + 1 };
}

type Sums = { readonly counts: Float64Array; readonly efforts: Float64Array };

function dayOf(from: string, kinds: readonly Kind[], sums: Sums): Day {
  const of = (name: Counted): number =>
    kinds.reduce((sum, kind, number) => sum + (counted[name](kind) ? (sums.counts[number] ?? 0) : 0), 0);
  return {
    ...{ from, efforts: sums.efforts },
    ...{ cases: of('cases'), engaged: of('engaged'), closed: of('closed'), inScope: of('inScope') },
    ...{ resolved: of('resolved'), good: of('good'), high: of('high') },
    ...{ matured: of('matured'), durable: of('durable'), unsettled: of('unsettled') },
  };
}
