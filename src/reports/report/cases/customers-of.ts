/**
 * What customers bear over several cases: cumulative effort and coming back. Measurement §2.
 */
import type { Instant } from '../../../events/instant.ts';
import type { Measures } from '../../../measurement/constants/measures.ts';
import { borne, type CumulativeEffort, ninetyDaysMs } from '../../../measurement/cumulative-effort.ts';
import { bandOf, shown as rounded } from '../../../measurement/effort/score.ts';
import { flags } from '../../table/brief.ts';
import type { TableView } from '../../table/create-table.ts';
import { type Clusters, filtered } from './by-customer.ts';
import { isClosed } from './kind.ts';
import type { Sample } from './sample.ts';

/**
 * @property customers who can be known again, with a closed case; `again` with more than one
 * @property bands how many of them stand where by cumulative effort
 * @property hardTwice those with two or more cases of high effort in ninety days
 * @property returns times somebody came back with the same issue
 * @property heaviest those who have borne most, of those who came more than once; heaviest first
 */
export type CustomerFigures = {
  readonly customers: number;
  readonly again: number;
  readonly bands: Readonly<Record<'low' | 'moderate' | 'high', number>>;
  readonly hardTwice: number;
  readonly returns: number;
  readonly heaviest: readonly HeavyCustomer[];
};

/** @property effort cumulative, 0–100; @property latest their latest case */
export type HeavyCustomer = {
  readonly customer: string;
  readonly cases: number;
  readonly effort: number;
  readonly hardCases: number;
  readonly latest: string;
};

const mostShown = 20;

type Asked = { readonly measures: Measures; readonly asOf: Instant };

/** @property until from this instant on, some case of high effort no longer counts: till then, all of this stays as it is */
export type Borne = { readonly figures: CustomerFigures; readonly until: Instant };

export function customersOf(sample: Sample, { measures, asOf }: Asked): Borne {
  const { table } = sample;
  const own = borneBy(sample);
  const bear = createBearing(table, { measures, asOf });
  const bands = { low: 0, moderate: 0, high: 0 };
  const heaviest = createTop(table);
  let [again, hardTwice] = [0, 0];
  let from = 0;
  for (let cluster = 1; cluster < own.starts.length; cluster++) {
    const to = own.starts[cluster] ?? 0;
    const { value, hardCases } = bear.customer(own.rows, from, to);
    bands[bandOf(measures, value)]++;
    if (to - from > 1) {
      again++;
      if (hardCases > 1) hardTwice++;
      if (value >= heaviest.least()) heaviest.add({ rows: own.rows.subarray(from, to), value, hardCases });
    }
    from = to;
  }
  const figures = {
    customers: own.starts.length - 1,
    ...{ again, bands, hardTwice },
    returns: returnsOf(table, own.rows),
    heaviest: heaviest.read().map((one) => shown(table, one)),
  };
  return { figures, until: bear.until() };
}

/** Closed cases with an effort, of customers who are known. */
function borneBy({ engaged, table, kinds }: Sample): Clusters {
  const { kind, tenths, flags: bits } = table.columns();
  const isIn = Uint8Array.from(kinds, (one) => (isClosed(one) ? 1 : 0));
  const { rows } = engaged;
  const marks = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const isKnown = (tenths[row] ?? -1) >= 0 && ((bits[row] ?? 0) & flags.nobody) === 0;
    marks[i] = isKnown ? (isIn[kind[row] ?? 0] ?? 0) : 0;
  }
  return filtered(engaged, marks);
}

type Bearing = { customer(rows: Uint32Array, from: number, to: number): CumulativeEffort; until(): Instant };

/** The cumulative effort of customer after customer, whose cases are put into the order in which they closed; of those that closed at once, the easier first. */
function createBearing(table: TableView, { measures, asOf }: Asked): Bearing {
  const { closedAt, lastAt, tenths } = table.columns();
  const isHard = Uint8Array.from({ length: 1001 }, (_, tenth) => (bandOf(measures, tenth / 10) === 'high' ? 1 : 0));
  const closed = (row: number): number => {
    const at = closedAt[row] ?? Number.NaN;
    return Number.isNaN(at) ? (lastAt[row] ?? 0) : at;
  };
  const order = (a: number, b: number): number => closed(a) - closed(b) || (tenths[a] ?? 0) - (tenths[b] ?? 0);
  let until = Number.POSITIVE_INFINITY;
  return {
    customer(rows, from, to) {
      if (to - from === 1) return { value: (tenths[rows[from] ?? 0] ?? 0) / 10, hardCases: 0 };
      let value: number | undefined;
      let hardCases = 0;
      for (const row of rows.slice(from, to).sort(order)) {
        const tenth = tenths[row] ?? 0;
        value = borne(value, tenth / 10);
        const end = closed(row) + ninetyDaysMs;
        if (isHard[tenth] === 0 || asOf >= end) continue;
        hardCases++;
        until = Math.min(until, end);
      }
      return { value: rounded(value ?? 0), hardCases };
    },
    until: () => until,
  };
}

function returnsOf(table: TableView, rows: Uint32Array): number {
  const { returns } = table.columns();
  let sum = 0;
  for (let i = 0; i < rows.length; i++) sum += returns[rows[i] ?? 0] ?? 0;
  return sum;
}

type Heavy = { readonly rows: Uint32Array; readonly value: number; readonly hardCases: number };

/** The few who bear most. */
function createTop(table: TableView): { add(one: Heavy): void; least(): number; read(): readonly Heavy[] } {
  const { customer } = table.columns();
  const order = (a: Heavy, b: Heavy): number =>
    b.value - a.value || table.customers.compare(customer[a.rows[0] ?? 0] ?? 0, customer[b.rows[0] ?? 0] ?? 0);
  let kept: readonly Heavy[] = [];
  return {
    add(one) {
      const last = kept[mostShown - 1];
      if (last && order(one, last) >= 0) return;
      kept = [...kept, one].sort(order).slice(0, mostShown);
    },
    /** who bears less is not among them */
    least: () => kept[mostShown - 1]?.value ?? 0,
    read: () => kept,
  };
}

function shown(table: TableView, { rows, value, hardCases }: Heavy): HeavyCustomer {
  const { customer, startedAt } = table.columns();
  const latest = rows.reduce((best, row) => {
    const later = (startedAt[row] ?? 0) - (startedAt[best] ?? 0) || table.cases.compare(row, best);
    return later > 0 ? row : best;
  });
  return {
    customer: table.customers.at(customer[rows[0] ?? 0] ?? 0),
    cases: rows.length,
    effort: value,
    hardCases,
    latest: table.cases.at(latest),
  };
}
