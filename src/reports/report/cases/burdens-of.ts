/**
 * What each burden at each step costs. Access to a person is left out: the failures and waits that lead there are listed instead.
 */
import type { Measures } from '../../../measurement/constants/measures.ts';
import type { Columns } from '../../table/columns.ts';
import type { Cause } from '../../table/terms.ts';
import type { Sums } from '../figures/plan.ts';
import { createHeaviest } from './heaviest.ts';
import type { Sample } from './sample.ts';

/**
 * @property costs millionths of a point of effort, by customer
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
  const entries = entriesOf(sample, measures);
  return table
    .causes()
    .flatMap((cause, number) => burdenOf(sample, entries, { cause, number }))
    .toSorted((a, b) => b.total - a.total || (a.cause.text < b.cause.text ? -1 : 1));
}

/** Burdens of all cases in order of their causes, those of one customer side by side: `starts` says where each cause's begin. */
type Entries = {
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
  readonly customers: Uint32Array;
  readonly millionths: Uint32Array;
};

function entriesOf({ engaged, table }: Sample, measures: Measures): Entries {
  const columns = table.columns();
  const isMeant = Uint8Array.from(table.causes(), ({ signal }) =>
    measures.effort.notToRemove.includes(signal) ? 0 : 1,
  );
  const causes = table.costs.causes();
  const starts = startsOf(engaged.rows, columns, { causes, isMeant });
  const size = starts[isMeant.length] ?? 0;
  const entries = {
    ...{ starts, rows: new Uint32Array(size), customers: new Uint32Array(size) },
    millionths: new Uint32Array(size),
  };
  const filling = { entries, columns, causes, isMeant, next: starts.slice(), costs: table.costs.millionths() };
  for (let cluster = 0; cluster + 1 < engaged.starts.length; cluster++)
    for (let i = engaged.starts[cluster] ?? 0; i < (engaged.starts[cluster + 1] ?? 0); i++)
      fill(filling, engaged.rows[i] ?? 0, cluster);
  return entries;
}

/** @property next where each cause's next entry goes */
type Filling = Meant & {
  readonly entries: Entries;
  readonly columns: Columns;
  readonly next: Uint32Array;
  readonly costs: Uint32Array;
};

function fill({ entries, columns, causes, isMeant, next, costs }: Filling, row: number, customer: number): void {
  const first = columns.firstCost[row] ?? 0;
  const end = first + (columns.costs[row] ?? 0);
  for (let at = first; at < end; at++) {
    const cause = causes[at] ?? 0;
    if (isMeant[cause] === 0) continue;
    const place = next[cause] ?? 0;
    next[cause] = place + 1;
    entries.rows[place] = row;
    entries.customers[place] = customer;
    entries.millionths[place] = costs[at] ?? 0;
  }
}

type Meant = { readonly causes: Uint32Array; readonly isMeant: Uint8Array };

function startsOf(rows: Uint32Array, { firstCost, costs }: Columns, { causes, isMeant }: Meant): Uint32Array {
  const starts = new Uint32Array(isMeant.length + 1);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const first = firstCost[row] ?? 0;
    for (let at = first; at < first + (costs[row] ?? 0); at++) {
      const cause = causes[at] ?? 0;
      if (isMeant[cause] === 1) starts[cause + 1] = (starts[cause + 1] ?? 0) + 1;
    }
  }
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  return starts;
}

type Named = { readonly cause: Cause; readonly number: number };

function burdenOf(
  { table }: Sample,
  entries: Entries,
  { cause, number }: Named,
): readonly (Burden & { readonly total: number })[] {
  const [from, to] = [entries.starts[number] ?? 0, entries.starts[number + 1] ?? 0];
  if (from === to) return [];
  const { conversation } = table.columns();
  const heaviest = createHeaviest({
    conversationOf: (row) => conversation[row] ?? 0,
    compare: table.conversations.compare,
  });
  for (let i = from; i < to; i++) heaviest.add(entries.rows[i] ?? 0, entries.millionths[i] ?? 0);
  const costs = sumsOf(entries.customers.subarray(from, to), entries.millionths.subarray(from, to));
  return [
    {
      cause,
      costs,
      cases: to - from,
      conversations: heaviest.rows().map((row) => table.conversations.at(conversation[row] ?? 0)),
      total: costs.totals.reduce((sum, one) => sum + one, 0),
    },
  ];
}

/** @param owners the number of a customer for each amount; those of one stand side by side */
function sumsOf(owners: Uint32Array, amounts: Uint32Array): Sums {
  const customers = new Uint32Array(owners.length);
  const totals = new Float64Array(owners.length);
  let count = 0;
  for (let i = 0; i < owners.length; i++) {
    const isSame = count > 0 && customers[count - 1] === owners[i];
    if (!isSame) customers[count++] = owners[i] ?? 0;
    totals[count - 1] = (totals[count - 1] ?? 0) + (amounts[i] ?? 0);
  }
  return { customers: customers.subarray(0, count), totals: totals.subarray(0, count) };
}
