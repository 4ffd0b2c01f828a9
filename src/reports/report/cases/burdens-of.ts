/**
 * What each burden at each step costs. Access to a person is left out: the failures and waits that lead there are listed instead.
 */
import type { Measures } from '../../../measurement/constants/measures.ts';
import type { Columns } from '../../table/columns.ts';
import type { TableView } from '../../table/create-table.ts';
import type { Cause } from '../../table/terms.ts';
import type { Sums } from '../figures/plan.ts';
import { type Clusters, mostResampled } from './by-customer.ts';
import { createHeaviest, type Heaviest } from './heaviest.ts';
import type { Sample } from './sample.ts';

/**
 * @property costs millionths of a point of effort, over customers
 * @property cases how many bear it
 * @property conversations that bear most of it
 */
export type Burden = {
  readonly cause: Cause;
  readonly costs: Sums;
  readonly cases: number;
  readonly conversations: readonly string[];
};

/** Heaviest first. */
export function burdensOf(sample: Sample, measures: Measures): readonly Burden[] {
  const { table } = sample;
  const sums = summed(sample, measures);
  const { conversation } = table.columns();
  return table
    .causes()
    .flatMap((cause, number): readonly Burden[] => {
      const cases = sums.cases[number] ?? 0;
      if (cases === 0) return [];
      const rows = sums.heaviest[number]?.rows() ?? [];
      const conversations = rows.map((row) => table.conversations.at(conversation[row] ?? 0));
      return [{ cause, costs: costsOf(sums, number), cases, conversations }];
    })
    .toSorted((a, b) => b.costs.total - a.costs.total || (a.cause.text < b.cause.text ? -1 : 1));
}

/**
 * What is summed of each cause, by its number.
 *
 * @property own of the customer in hand; `none` where they do not bear it
 * @property least what a case must weigh to be among the heaviest
 * @property borne where customers are few enough to be resampled: customer and sum in turn
 */
type Summing = {
  readonly cases: Uint32Array;
  readonly total: Float64Array;
  readonly totalTotal: Float64Array;
  readonly totalSize: Float64Array;
  readonly own: Float64Array;
  readonly heaviest: readonly Heaviest[];
  readonly least: Float64Array;
  readonly borne: readonly number[][] | undefined;
};

const none = -1;

function summed({ engaged, table }: Sample, measures: Measures): Summing {
  const isMeant = ({ signal }: Cause): boolean => !measures.effort.notToRemove.includes(signal);
  const summing = startSumming(engaged, table);
  const adding: Adding = {
    ...{ summing, met: [], columns: table.columns() },
    ...{ causes: table.costs.causes(), millionths: table.costs.millionths() },
    isMeant: Uint8Array.from(table.causes(), (cause) => (isMeant(cause) ? 1 : 0)),
  };
  let from = 0;
  for (let cluster = 1; cluster < engaged.starts.length; cluster++) {
    const end = engaged.starts[cluster] ?? 0;
    for (let i = from; i < end; i++) addRow(adding, engaged.rows[i] ?? 0);
    addOwn(adding, cluster - 1, end - from);
    from = end;
  }
  return summing;
}

function startSumming(engaged: Clusters, table: TableView): Summing {
  const causes = table.causes();
  const { conversation } = table.columns();
  const numbers = (): Float64Array => new Float64Array(causes.length);
  const weighing = {
    conversationOf: (row: number) => conversation[row] ?? 0,
    compare: table.conversations.compare,
  };
  return {
    cases: new Uint32Array(causes.length),
    ...{ total: numbers(), totalTotal: numbers(), totalSize: numbers() },
    ...{ own: numbers().fill(none), least: numbers() },
    heaviest: causes.map(() => createHeaviest(weighing)),
    borne: engaged.starts.length - 1 > mostResampled ? undefined : causes.map(() => []),
  };
}

/** @property met causes the customer in hand bears */
type Adding = {
  readonly summing: Summing;
  readonly met: number[];
  readonly isMeant: Uint8Array;
  readonly columns: Pick<Columns, 'firstCost' | 'costs'>;
  readonly causes: Uint32Array;
  readonly millionths: Uint32Array;
};

function addRow(adding: Adding, row: number): void {
  const { isMeant, columns, causes, millionths } = adding;
  const { heaviest, least } = adding.summing;
  const first = columns.firstCost[row] ?? 0;
  const end = first + (columns.costs[row] ?? 0);
  for (let at = first; at < end; at++) {
    const cause = causes[at] ?? 0;
    if (isMeant[cause] === 0) continue;
    const cost = millionths[at] ?? 0;
    addCost(adding, cause, cost);
    if (cost >= (least[cause] ?? 0)) least[cause] = heaviest[cause]?.add(row, cost) ?? 0;
  }
}

function addCost({ summing: { cases, own }, met }: Adding, cause: number, cost: number): void {
  cases[cause] = (cases[cause] ?? 0) + 1;
  const before = own[cause] ?? none;
  if (before === none) met.push(cause);
  own[cause] = before === none ? cost : before + cost;
}

function addOwn({ summing, met }: Adding, customer: number, size: number): void {
  const { total, totalTotal, totalSize, own, borne } = summing;
  for (let i = 0; i < met.length; i++) {
    const cause = met[i] ?? 0;
    const sum = own[cause] ?? 0;
    own[cause] = none;
    total[cause] = (total[cause] ?? 0) + sum;
    totalTotal[cause] = (totalTotal[cause] ?? 0) + sum * sum;
    totalSize[cause] = (totalSize[cause] ?? 0) + sum * size;
    borne?.[cause]?.push(customer, sum);
  }
  met.length = 0;
}

function costsOf({ total, totalTotal, totalSize, borne }: Summing, cause: number): Sums {
  const pairs = borne?.[cause] ?? [];
  return {
    total: total[cause] ?? 0,
    totalTotal: totalTotal[cause] ?? 0,
    totalSize: totalSize[cause] ?? 0,
    customers: Uint32Array.from(pairs.filter((_, index) => index % 2 === 0)),
    totals: Float64Array.from(pairs.filter((_, index) => index % 2 === 1)),
  };
}
