/**
 * Quantities a report estimates, each with its two ways to an interval.
 */
import type { Facts } from '../../measurement/facts.ts';
import type { Statistic } from '../../measurement/statistics/bootstrap.ts';
import { type Cluster, clusteredMean, designEffect } from '../../measurement/statistics/clustered-mean.ts';
import { quantile } from '../../measurement/statistics/quantile.ts';
import { type Interval, z95 } from '../../measurement/statistics/wilson.ts';
import { woodruff } from '../../measurement/statistics/woodruff.ts';
import { clusterOf, type Sample } from './sample.ts';

/** A value some cases have. */
export type Valued = { readonly facts: Facts; readonly value: number };

/** `quantile`: a share of the values lies below it. `mean`: per case of `over`, cases without a value count 0, times `scale`. */
export type Wanted =
  | { readonly kind: 'quantile'; readonly share: number; readonly values: readonly Valued[] }
  | {
      readonly kind: 'mean';
      readonly scale: number;
      readonly values: readonly Valued[];
      readonly over: readonly Facts[];
    };

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

export function planOf(sample: Sample, wanted: Wanted): Plan {
  return wanted.kind === 'quantile' ? quantilePlan(sample, wanted) : meanPlan(sample, wanted);
}

function quantilePlan({ customers }: Sample, { values, share }: Wanted & { readonly kind: 'quantile' }): Plan {
  const ordered = values.toSorted((a, b) => a.value - b.value);
  const sorted = Float64Array.from(ordered, ({ value }) => value);
  const owners = Uint32Array.from(ordered, ({ facts }) => customers.get(clusterOf(facts)) ?? 0);
  const valueAt = (one: number): number => quantile(sorted, one) ?? Number.NaN;
  return {
    n: values.length,
    statistic: (drawn) => quantile(sorted, share, (index) => drawn[owners[index] ?? 0] ?? 0) ?? Number.NaN,
    value: () => valueAt(share),
    interval: () => woodruff(share, values.length / designEffect(below(values, valueAt(share))), valueAt),
  };
}

/** By customer: of how many values, how many lie at or below the bound. */
function below(values: readonly Valued[], bound: number): readonly Cluster[] {
  const clusters = new Map<string, Cluster>();
  for (const { facts, value } of values) add(clusters, clusterOf(facts), { total: value <= bound ? 1 : 0, size: 1 });
  return [...clusters.values()];
}

function add(clusters: Map<string, Cluster>, id: string, { total, size }: Cluster): void {
  const known = clusters.get(id) ?? { total: 0, size: 0 };
  clusters.set(id, { total: known.total + total, size: known.size + size });
}

function meanPlan({ customers }: Sample, { values, over, scale }: Wanted & { readonly kind: 'mean' }): Plan {
  const totals = byCustomer(customers, values);
  const sizes = byCustomer(
    customers,
    over.map((facts) => ({ facts, value: 1 })),
  );
  const statistic: Statistic = (drawn) => (scale * weigh(totals, drawn)) / weigh(sizes, drawn);
  return {
    n: over.length,
    statistic,
    value: () => statistic(new Uint16Array(customers.size).fill(1)),
    interval: () => meanInterval(clustersOf(values, over), scale),
  };
}

function clustersOf(values: readonly Valued[], over: readonly Facts[]): readonly Cluster[] {
  const clusters = new Map<string, Cluster>();
  for (const facts of over) add(clusters, clusterOf(facts), { total: 0, size: 1 });
  for (const { facts, value } of values) add(clusters, clusterOf(facts), { total: value, size: 0 });
  return [...clusters.values()];
}

/** The mean of so many customers is as good as normally distributed. */
function meanInterval(clusters: readonly Cluster[], scale: number): Interval {
  const { mean, variance } = clusteredMean(clusters);
  const half = z95 * Math.sqrt(variance);
  return { low: scale * (mean - half), high: scale * (mean + half) };
}

type Sparse = { readonly owners: Uint32Array; readonly values: Float64Array };

function byCustomer(customers: ReadonlyMap<string, number>, values: readonly Valued[]): Sparse {
  const sums = new Map<number, number>();
  for (const { facts, value } of values) {
    const owner = customers.get(clusterOf(facts)) ?? 0;
    sums.set(owner, (sums.get(owner) ?? 0) + value);
  }
  return { owners: Uint32Array.from(sums.keys()), values: Float64Array.from(sums.values()) };
}

function weigh({ owners, values }: Sparse, drawn: Uint16Array): number {
  let sum = 0;
  for (let i = 0; i < owners.length; i++) sum += (drawn[owners[i] ?? 0] ?? 0) * (values[i] ?? 0);
  return sum;
}
