/**
 * Quantities a report estimates, each with its two ways to an interval.
 */
import type { Statistic } from '../../../measurement/statistics/bootstrap.ts';
import { clusteredMean, designEffect } from '../../../measurement/statistics/clustered-mean.ts';
import { quantile } from '../../../measurement/statistics/quantile.ts';
import { type Interval, z95 } from '../../../measurement/statistics/wilson.ts';
import { woodruff } from '../../../measurement/statistics/woodruff.ts';
import { clustersOf, type Valued } from '../cases/sample.ts';

/**
 * `quantile`: a share of the values lies below it. `mean`: per case of `over`, which holds each case's customer; cases without a value count 0, times
 * `scale`.
 */
export type Wanted =
  | { readonly kind: 'quantile'; readonly share: number; readonly values: Valued }
  | { readonly kind: 'mean'; readonly scale: number; readonly values: Valued; readonly over: Float64Array };

/**
 * @property n observations it rests on
 * @property statistic its value in a resample
 * @property interval by formula; only where `n` > 0
 */
export type Plan = {
  readonly n: number;
  readonly statistic: Statistic;
  value(): number;
  interval(): Interval;
};

/** @param customers how many there are */
export function planOf(customers: number, wanted: Wanted): Plan {
  return wanted.kind === 'quantile' ? quantilePlan(customers, wanted) : meanPlan(customers, wanted);
}

function quantilePlan(customers: number, { values, share }: Wanted & { readonly kind: 'quantile' }): Plan {
  const order = Uint32Array.from(values.values, (_, index) => index);
  order.sort((a, b) => (values.values[a] ?? 0) - (values.values[b] ?? 0));
  const sorted = Float64Array.from(order, (index) => values.values[index] ?? 0);
  const owners = Float64Array.from(order, (index) => values.customers[index] ?? 0);
  const valueAt = (one: number): number => quantile(sorted, one) ?? Number.NaN;
  const isBelow = (bound: number) => (value: number) => (value <= bound ? 1 : 0);
  const effect = (): number =>
    designEffect(
      clustersOf(byCustomer(customers, owners, sorted.map(isBelow(valueAt(share)))), byCustomer(customers, owners)),
    );
  return {
    n: sorted.length,
    statistic: (drawn) => quantile(sorted, share, (index) => drawn[owners[index] ?? 0] ?? 0) ?? Number.NaN,
    value: () => valueAt(share),
    interval: () => woodruff(share, sorted.length / effect(), valueAt),
  };
}

function meanPlan(customers: number, { values, over, scale }: Wanted & { readonly kind: 'mean' }): Plan {
  const totals = byCustomer(customers, values.customers, values.values);
  const sizes = byCustomer(customers, over);
  const sparse = { totals: sparseOf(totals), sizes: sparseOf(sizes) };
  const statistic: Statistic = (drawn) => (scale * weigh(sparse.totals, drawn)) / weigh(sparse.sizes, drawn);
  return {
    n: over.length,
    statistic,
    value: () => (scale * sum(totals)) / over.length,
    interval: () => meanInterval(totals, sizes, scale),
  };
}

/** The mean of so many customers is as good as normally distributed. */
function meanInterval(totals: Float64Array, sizes: Float64Array, scale: number): Interval {
  const { mean, variance } = clusteredMean(clustersOf(totals, sizes));
  const half = z95 * Math.sqrt(variance);
  return { low: scale * (mean - half), high: scale * (mean + half) };
}

/** By customer: the sum of the values; 1 each where none are given. */
function byCustomer(customers: number, owners: Float64Array, values?: Float64Array): Float64Array {
  const sums = new Float64Array(customers);
  for (const [index, owner] of owners.entries()) sums[owner] = (sums[owner] ?? 0) + (values ? (values[index] ?? 0) : 1);
  return sums;
}

type Sparse = { readonly owners: Uint32Array; readonly values: Float64Array };

function sparseOf(sums: Float64Array): Sparse {
  const owners = Uint32Array.from(sums, (_, index) => index).filter((index) => sums[index] !== 0);
  return { owners, values: Float64Array.from(owners, (index) => sums[index] ?? 0) };
}

function weigh({ owners, values }: Sparse, drawn: Uint16Array): number {
  let weighed = 0;
  for (let i = 0; i < owners.length; i++) weighed += (drawn[owners[i] ?? 0] ?? 0) * (values[i] ?? 0);
  return weighed;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
