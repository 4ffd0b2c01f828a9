/**
 * Rows in order of their customers: the clusters every interval respects stand side by side.
 */
import type { TableView } from '../../table/create-table.ts';

/**
 * @property rows those of one customer side by side
 * @property starts where each customer's begin in `rows`, and last where they end
 */
export type Clusters = { readonly rows: Uint32Array; readonly starts: Uint32Array };

/** Up to so many customers are resampled, for which their order must be the same however they came in: by their names. Decision 063. */
export const mostResampled = 2_000;

/** The rows in order of their customers; each customer's keep theirs. */
export function byCustomer(table: TableView, rows: Uint32Array): Uint32Array {
  const { customer } = table.columns();
  const next = new Uint32Array(table.customers.count() + 1);
  for (let i = 0; i < rows.length; i++) {
    const number = (customer[rows[i] ?? 0] ?? 0) + 1;
    next[number] = (next[number] ?? 0) + 1;
  }
  for (let number = 1; number < next.length; number++) next[number] = (next[number] ?? 0) + (next[number - 1] ?? 0);
  const sorted = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const number = customer[row] ?? 0;
    const place = next[number] ?? 0;
    sorted[place] = row;
    next[number] = place + 1;
  }
  return sorted;
}

/** @param rows those of one customer side by side */
export function clustersOf(table: TableView, rows: Uint32Array): Clusters {
  const { customer } = table.columns();
  const starts = new Uint32Array(rows.length + 1);
  let clusters = 0;
  let known = -1;
  for (let i = 0; i < rows.length; i++) {
    const number = customer[rows[i] ?? 0] ?? 0;
    if (number !== known) starts[clusters++] = i;
    known = number;
  }
  starts[clusters] = rows.length;
  const found = { rows, starts: starts.subarray(0, clusters + 1) };
  return clusters > mostResampled ? found : byName(table, found);
}

function byName({ columns, customers }: TableView, { rows, starts }: Clusters): Clusters {
  const { customer } = columns();
  const numberOf = (cluster: number): number => customer[rows[starts[cluster] ?? 0] ?? 0] ?? 0;
  const order = Array.from({ length: starts.length - 1 }, (_, cluster) => cluster);
  order.sort((a, b) => customers.compare(numberOf(a), numberOf(b)));
  const sorted = { rows: new Uint32Array(rows.length), starts: new Uint32Array(starts.length) };
  let end = 0;
  for (const [index, cluster] of order.entries()) {
    const own = rows.subarray(starts[cluster], starts[cluster + 1]);
    sorted.rows.set(own, end);
    end += own.length;
    sorted.starts[index + 1] = end;
  }
  return sorted;
}

/**
 * The rows that are marked; customers without any are left out.
 *
 * @param marks 1 or 0 for each place in `rows`
 */
export function filtered({ rows, starts }: Clusters, marks: Uint8Array): Clusters {
  const kept = new Uint32Array(rows.length);
  const ends = new Uint32Array(starts.length);
  let count = 0;
  let clusters = 0;
  let from = 0;
  for (let cluster = 1; cluster < starts.length; cluster++) {
    const before = count;
    const end = starts[cluster] ?? 0;
    for (let i = from; i < end; i++) if (marks[i] === 1) kept[count++] = rows[i] ?? 0;
    if (count > before) ends[++clusters] = count;
    from = end;
  }
  return { rows: kept.subarray(0, count), starts: ends.subarray(0, clusters + 1) };
}
