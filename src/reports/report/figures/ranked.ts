/**
 * Values of cases by their rank: few different ones, each of which many cases may have.
 */
import type { Clusters } from '../cases/by-customer.ts';

/**
 * An entry of `places` and `customers` for each case.
 *
 * @property values that occur or may, ascending, each once
 * @property weights how many cases have each of them
 * @property places where in `values` a case's stands
 * @property customers numbers of customers, those of one side by side
 */
export type Ranked = {
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly places: Uint32Array;
  readonly customers: Uint32Array;
};

/** @param column the value of each row; `NaN`: it has none */
export function rankedOf({ rows, starts }: Clusters, column: Float64Array): Ranked {
  const found = new Float64Array(rows.length);
  const customers = new Uint32Array(rows.length);
  let count = 0;
  for (let cluster = 0; cluster + 1 < starts.length; cluster++)
    for (let i = starts[cluster] ?? 0; i < (starts[cluster + 1] ?? 0); i++) {
      const value = column[rows[i] ?? 0] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      found[count] = value;
      customers[count++] = cluster;
    }
  const own = found.subarray(0, count);
  const values = own.toSorted().filter((value, index, all) => index === 0 || value !== all[index - 1]);
  const places = Uint32Array.from(own, (one) => placeIn(values, one));
  return weighted({ values, places, customers: customers.subarray(0, count) });
}

export function weighted(ranked: Omit<Ranked, 'weights'>): Ranked {
  return { ...ranked, weights: weightsOf(ranked) };
}

function placeIn(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many cases have each value; @param drawn how often each customer counts, once where left out */
export function weightsOf({ values, places, customers }: Omit<Ranked, 'weights'>, drawn?: Uint16Array): Float64Array {
  const weights = new Float64Array(values.length);
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? 0;
    weights[place] = (weights[place] ?? 0) + (drawn ? (drawn[customers[i] ?? 0] ?? 0) : 1);
  }
  return weights;
}
