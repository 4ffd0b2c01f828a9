/**
 * Quantities a report estimates, each with its two ways to an interval.
 */
import type { Statistic } from '../../../measurement/statistics/bootstrap.ts';
import { clusteredMean, designEffect, type Moments } from '../../../measurement/statistics/clustered-mean.ts';
import { quantile } from '../../../measurement/statistics/quantile.ts';
import { type Interval, z95 } from '../../../measurement/statistics/wilson.ts';
import { woodruff } from '../../../measurement/statistics/woodruff.ts';
import { type Ranked, weightsOf } from './ranked.ts';

/**
 * What the customers amount to who have a value at all.
 *
 * @property totalTotal, totalSize sums over customers of total² and of total·cases
 * @property customers who have a value, and their totals; empty where there are too many to be resampled
 */
export type Sums = Pick<Moments, 'total' | 'totalTotal' | 'totalSize'> & {
  readonly customers: Uint32Array;
  readonly totals: Float64Array;
};

/**
 * `quantile`: a share of the values lies below it. `mean`: of the customers' sums per case, of which each customer has so many as `sizes` says, times
 * `scale`.
 */
export type Wanted =
  | { readonly kind: 'quantile'; readonly share: number; readonly values: Ranked }
  | { readonly kind: 'mean'; readonly scale: number; readonly sums: Sums; readonly sizes: Sizes };

/** @property sizes cases of each customer, @property squared the sum of their squares */
export type Sizes = { readonly sizes: Uint32Array; readonly n: number; readonly squared: number };

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

export function planOf(wanted: Wanted): Plan {
  return wanted.kind === 'quantile' ? quantilePlan(wanted) : meanPlan(wanted);
}

function quantilePlan({ values: ranked, share }: Wanted & { readonly kind: 'quantile' }): Plan {
  const quantileAt = (one: number, counts: Float64Array): number =>
    quantile(ranked.values, one, (index) => counts[index] ?? 0) ?? Number.NaN;
  const valueAt = (one: number): number => quantileAt(one, ranked.weights);
  return {
    n: ranked.places.length,
    statistic: (drawn) => quantileAt(share, weightsOf(ranked, drawn)),
    value: () => valueAt(share),
    interval: () => woodruff(share, ranked.places.length / designEffect(momentsBelow(ranked, valueAt(share))), valueAt),
  };
}

/** By customer, how many of their values are no greater than a bound. */
function momentsBelow({ values, places, customers }: Ranked, bound: number): Moments {
  const isBelow = Uint8Array.from(values, (value) => (value <= bound ? 1 : 0));
  let [total, clusters, totalTotal, totalSize, sizeSize] = [0, 0, 0, 0, 0];
  for (let i = 0; i < places.length; ) {
    const customer = customers[i];
    let below = 0;
    let size = 0;
    for (; i < places.length && customers[i] === customer; i++) {
      below += isBelow[places[i] ?? 0] ?? 0;
      size++;
    }
    clusters++;
    total += below;
    totalTotal += below * below;
    totalSize += below * size;
    sizeSize += size * size;
  }
  return { total, n: places.length, clusters, totalTotal, totalSize, sizeSize };
}

function meanPlan({ sums, sizes, scale }: Wanted & { readonly kind: 'mean' }): Plan {
  return {
    n: sizes.n,
    statistic: (drawn, weight) => (scale * weigh(sums, drawn)) / weight,
    value: () => (scale * sums.total) / sizes.n,
    interval: () => meanInterval(sums, sizes, scale),
  };
}

/** The mean of so many customers is as good as normally distributed. */
function meanInterval({ total, totalTotal, totalSize }: Sums, { sizes, n, squared }: Sizes, scale: number): Interval {
  const { mean, variance } = clusteredMean({
    ...{ total, totalTotal, totalSize },
    ...{ n, clusters: sizes.length, sizeSize: squared },
  });
  const half = z95 * Math.sqrt(variance);
  return { low: scale * (mean - half), high: scale * (mean + half) };
}

function weigh({ customers, totals }: Sums, drawn: Uint16Array): number {
  let weighed = 0;
  for (let i = 0; i < customers.length; i++) weighed += (drawn[customers[i] ?? 0] ?? 0) * (totals[i] ?? 0);
  return weighed;
}
