/**
 * What customers bear over several cases: cumulative effort and coming back. Measurement §2.
 */
import type { Instant } from '../../../events/instant.ts';
import type { Measures } from '../../../measurement/constants/measures.ts';
import { type ClosedEffort, cumulativeEffort } from '../../../measurement/cumulative-effort.ts';
import { bandOf } from '../../../measurement/effort/score.ts';
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

export function customersOf(sample: Sample, asked: Asked): CustomerFigures {
  const { table } = sample;
  const own = borneBy(sample);
  const { tenths } = table.columns();
  const bands = { low: 0, moderate: 0, high: 0 };
  const heaviest = createTop(table);
  let [again, hardTwice] = [0, 0];
  for (let cluster = 0; cluster + 1 < own.starts.length; cluster++) {
    const from = own.starts[cluster] ?? 0;
    const to = own.starts[cluster + 1] ?? 0;
    if (to - from === 1) {
      bands[bandOf(asked.measures, (tenths[own.rows[from] ?? 0] ?? 0) / 10)]++;
      continue;
    }
    again++;
    const rows = own.rows.subarray(from, to);
    const { value = 0, hardCases = 0 } = cumulativeEffort(asked.measures, effortsOf(table, rows), asked.asOf) ?? {};
    bands[bandOf(asked.measures, value)]++;
    if (hardCases > 1) hardTwice++;
    heaviest.add({ rows, value, hardCases });
  }
  return {
    customers: own.starts.length - 1,
    ...{ again, bands, hardTwice },
    returns: returnsOf(table, own.rows),
    heaviest: heaviest.read().map((one) => shown(table, one)),
  };
}

/** Closed cases with an effort, of customers who are known. */
function borneBy({ engaged, table, kinds }: Sample): Clusters {
  const { kind, tenths, flags: bits } = table.columns();
  const isIn = Uint8Array.from(kinds, (one) => (isClosed(one) ? 1 : 0));
  return filtered(
    engaged,
    (row) => isIn[kind[row] ?? 0] === 1 && (tenths[row] ?? -1) >= 0 && ((bits[row] ?? 0) & flags.nobody) === 0,
  );
}

function effortOf(table: TableView, row: number): number {
  return (table.columns().tenths[row] ?? 0) / 10;
}

function returnsOf(table: TableView, rows: Uint32Array): number {
  const { returns } = table.columns();
  let sum = 0;
  for (let i = 0; i < rows.length; i++) sum += returns[rows[i] ?? 0] ?? 0;
  return sum;
}

/** In the order in which they closed; of those that closed at once, the easier first. */
function effortsOf(table: TableView, rows: Uint32Array): readonly ClosedEffort[] {
  const { closedAt, lastAt } = table.columns();
  return Array.from(rows, (row) => {
    const closed = closedAt[row] ?? Number.NaN;
    return { closedAt: Number.isNaN(closed) ? (lastAt[row] ?? 0) : closed, effort: effortOf(table, row) };
  }).sort((a, b) => a.closedAt - b.closedAt || a.effort - b.effort);
}

type Heavy = { readonly rows: Uint32Array; readonly value: number; readonly hardCases: number };

/** The few who bear most. */
function createTop(table: TableView): { add(one: Heavy): void; read(): readonly Heavy[] } {
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
