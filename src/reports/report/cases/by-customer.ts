/**
 * Rows in order of their customers: the clusters every interval respects stand side by side.
 */
import type { TableView } from '../../table/create-table.ts';

/**
 * @property rows those of one customer side by side
 * @property starts where each customer's begin in `rows`, and last where they end
 */
export type Clusters = { readonly rows: Uint32Array; readonly starts: Uint32Array };

export const nobody: Clusters = { rows: new Uint32Array(0), starts: new Uint32Array(1) };

/** Up to so many customers are resampled, for which their order must be the same however they came in: by their names. Measurement §5. */
export const mostResampled = 20_000;

/** @param rows in any order; each customer's keep theirs */
export function byCustomer(table: TableView, rows: Uint32Array): Clusters {
  const { customer } = table.columns();
  const counts = new Uint32Array(table.customers.count());
  for (let i = 0; i < rows.length; i++) {
    const number = customer[rows[i] ?? 0] ?? 0;
    counts[number] = (counts[number] ?? 0) + 1;
  }
  const order = orderOf(table, counts);
  const starts = new Uint32Array(order.length + 1);
  let end = 0;
  for (let index = 0; index < order.length; index++) {
    end += counts[order[index] ?? 0] ?? 0;
    starts[index + 1] = end;
  }
  return { rows: placed({ rows, customer, order, starts }, counts), starts };
}

function orderOf({ customers }: TableView, counts: Uint32Array): Uint32Array {
  const present = new Uint32Array(counts.length);
  let count = 0;
  for (let number = 0; number < counts.length; number++) if (counts[number] !== 0) present[count++] = number;
  const order = present.subarray(0, count);
  return count > mostResampled ? order : order.sort(customers.compare);
}

type Placing = Clusters & { readonly customer: Uint32Array; readonly order: Uint32Array };

/** @param places as long as there are customers; what stands in it is overwritten */
function placed({ rows, customer, order, starts }: Placing, places: Uint32Array): Uint32Array {
  for (let index = 0; index < order.length; index++) places[order[index] ?? 0] = starts[index] ?? 0;
  const sorted = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const number = customer[row] ?? 0;
    const place = places[number] ?? 0;
    sorted[place] = row;
    places[number] = place + 1;
  }
  return sorted;
}

/** The rows for which something holds; customers without any are left out. */
export function filtered({ rows, starts }: Clusters, holds: (row: number) => boolean): Clusters {
  const kept = new Uint32Array(rows.length);
  const ends = new Uint32Array(starts.length);
  let count = 0;
  let clusters = 0;
  for (let cluster = 0; cluster + 1 < starts.length; cluster++) {
    const before = count;
    const end = starts[cluster + 1] ?? 0;
    for (let i = starts[cluster] ?? 0; i < end; i++) {
      const row = rows[i] ?? 0;
      if (holds(row)) kept[count++] = row;
    }
    if (count > before) ends[++clusters] = count;
  }
  return { rows: kept.subarray(0, count), starts: ends.subarray(0, clusters + 1) };
}
