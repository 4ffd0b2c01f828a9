/**
 * Estimates with intervals from one set of resamples of whole customers.
 */
import type { Facts } from '../../measurement/facts.ts';
import { bootstrap, percentileInterval, type Statistic } from '../../measurement/statistics/bootstrap.ts';
import { quantile } from '../../measurement/statistics/quantile.ts';
import { type Estimate, rounded, suppressed } from '../../measurement/statistics/rate.ts';
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

/** @returns one estimate per thing wanted, in the same order */
export function estimate(sample: Sample, wanted: readonly Wanted[], seed: number): readonly Estimate[] {
  const clusters = sample.customers.size;
  const plans = wanted.map((one) => planOf(sample, one));
  const isNeeded = plans.some(({ n }) => suppressed(n) === undefined);
  const replicates = isNeeded ? replicatesFor(clusters) : 0;
  const runs = bootstrap(
    { clusters, replicates, seed },
    plans.map(({ statistic }) => statistic),
  );
  return plans.map(({ n, statistic }, index) => {
    const few = suppressed(n);
    if (few) return few;
    const { low, high } = percentileInterval(
      (runs[index] ?? new Float64Array(0)).filter((value) => !Number.isNaN(value)),
    );
    const value = statistic(new Uint16Array(clusters).fill(1));
    return { kind: 'estimate', value: rounded(value), low: rounded(low), high: rounded(high), n };
  });
}

/** The more customers, the less one resample differs from another. */
function replicatesFor(clusters: number): number {
  return clusters <= 2000 ? 1000 : clusters <= 20_000 ? 400 : 200;
}

type Plan = { readonly n: number; readonly statistic: Statistic };

function planOf(sample: Sample, wanted: Wanted): Plan {
  if (wanted.kind === 'quantile') return { n: wanted.values.length, statistic: quantileOf(sample, wanted) };
  return { n: wanted.over.length, statistic: meanOf(sample, wanted) };
}

function quantileOf({ customers }: Sample, { values, share }: Wanted & { readonly kind: 'quantile' }): Statistic {
  const ordered = values.toSorted((a, b) => a.value - b.value);
  const sorted = Float64Array.from(ordered, ({ value }) => value);
  const owners = Uint32Array.from(ordered, ({ facts }) => customers.get(clusterOf(facts)) ?? 0);
  return (drawn) => quantile(sorted, share, (index) => drawn[owners[index] ?? 0] ?? 0) ?? Number.NaN;
}

function meanOf({ customers }: Sample, { values, over, scale }: Wanted & { readonly kind: 'mean' }): Statistic {
  const totals = byCustomer(customers, values);
  const sizes = byCustomer(
    customers,
    over.map((facts) => ({ facts, value: 1 })),
  );
  return (drawn) => (scale * weigh(totals, drawn)) / weigh(sizes, drawn);
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
