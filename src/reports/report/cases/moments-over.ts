import type { Moments } from '../../../measurement/statistics/clustered-mean.ts';
import type { Clusters } from './by-customer.ts';

/** What is summed over customers, added customer by customer: the numbers of `Moments` in their order. */
export type Sums = Float64Array;

export function startSums(): Sums {
  return new Float64Array(6);
}

/** @param sum what the customer's observations amount to; @param size how many there are: without any the customer does not count */
export function addCustomer(sums: Sums, sum: number, size: number): void {
  if (size > 0) addCustomers(sums, { sum, size, customers: 1 });
}

type Alike = { readonly sum: number; readonly size: number; readonly customers: number };

function addCustomers(sums: Sums, { sum, size, customers }: Alike): void {
  sums[0] = (sums[0] ?? 0) + customers * sum;
  sums[1] = (sums[1] ?? 0) + customers * size;
  sums[2] = (sums[2] ?? 0) + customers;
  sums[3] = (sums[3] ?? 0) + customers * sum * sum;
  sums[4] = (sums[4] ?? 0) + customers * sum * size;
  sums[5] = (sums[5] ?? 0) + customers * size * size;
}

export function momentsIn(sums: Sums): Moments {
  const [total = 0, n = 0, clusters = 0, totalTotal = 0, totalSize = 0, sizeSize = 0] = sums;
  return { total, n, clusters, totalTotal, totalSize, sizeSize };
}

/** What each class of cases amounts to, and how many observations each of it is: 0 where it is not meant. */
export type Amounts = { readonly amounts: Float64Array; readonly sizes: Float64Array };

/** @param valueIn `undefined`: not meant */
export function amountsOf<T>(classes: readonly T[], valueIn: (one: T) => number | undefined): Amounts {
  const values = classes.map(valueIn);
  return {
    amounts: Float64Array.from(values, (value) => value ?? 0),
    sizes: Float64Array.from(values, (value) => (value === undefined ? 0 : 1)),
  };
}

/**
 * Sums over customers, where what a case amounts to depends on its class alone. Customers of one case are counted by class, so that most cases cost the same
 * however many sums there are.
 *
 * @param classOf each row of the table
 */
export function momentsByClass(clusters: Clusters, classOf: Uint32Array, all: readonly Amounts[]): readonly Moments[] {
  const { rows, starts } = clusters;
  const sums = all.map(startSums);
  const adding = { ...clusters, classOf, all, sums };
  const alone = new Uint32Array(all[0]?.sizes.length ?? 0);
  let from = 0;
  for (let cluster = 1; cluster < starts.length; cluster++) {
    const end = starts[cluster] ?? 0;
    if (end - from === 1) {
      const number = classOf[rows[from] ?? 0] ?? 0;
      alone[number] = (alone[number] ?? 0) + 1;
    } else addSeveral(adding, from, end);
    from = end;
  }
  for (const [index, one] of all.entries()) addAlone(sums[index] ?? startSums(), one, alone);
  return sums.map(momentsIn);
}

/** @param alone how many customers have one case of each class, and no other */
function addAlone(sums: Sums, { amounts, sizes }: Amounts, alone: Uint32Array): void {
  for (const [number, customers] of alone.entries()) {
    const size = sizes[number] ?? 0;
    if (size > 0) addCustomers(sums, { sum: amounts[number] ?? 0, size, customers });
  }
}

type Adding = {
  readonly rows: Uint32Array;
  readonly classOf: Uint32Array;
  readonly all: readonly Amounts[];
  readonly sums: readonly Sums[];
};

function addSeveral({ rows, classOf, all, sums }: Adding, from: number, end: number): void {
  for (let index = 0; index < all.length; index++) {
    const [one, own] = [all[index], sums[index]];
    if (!one || !own) continue;
    let sum = 0;
    let size = 0;
    for (let i = from; i < end; i++) {
      const number = classOf[rows[i] ?? 0] ?? 0;
      sum += one.amounts[number] ?? 0;
      size += one.sizes[number] ?? 0;
    }
    addCustomer(own, sum, size);
  }
}
