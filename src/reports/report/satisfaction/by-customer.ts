import {
  type Cluster,
  clusteredMean,
  type Moments,
  momentsOf,
} from '../../../measurement/statistics/clustered-mean.ts';
import { type Estimate, type Rate, rateOf, rounded, suppressed } from '../../../measurement/statistics/rate.ts';
import { z95 } from '../../../measurement/statistics/wilson.ts';
import type { Difference } from '../report.ts';

type Owned = { readonly customer: string };

/** Share for which something holds, respecting repeated customers. */
export function rateBy<T extends Owned>(all: readonly T[], holds: (one: T) => boolean): Rate {
  return rateOf(momentsOf(clusters(all, (one) => (holds(one) ? 1 : 0))));
}

/** Mean, respecting repeated customers. */
export function meanOf<T extends Owned>(all: readonly T[], amountOf: (one: T) => number): Estimate {
  return meanFrom(momentsOf(clusters(all, amountOf)));
}

/** Mean with an interval of its variance between customers; of one customer's cases alone no interval can be told, and none is. */
export function meanFrom(moments: Moments): Estimate {
  const few = suppressed(moments.n);
  if (few) return few;
  const { mean, n, variance } = clusteredMean(moments);
  if (Number.isNaN(variance)) return { kind: 'too_few', n };
  const half = z95 * Math.sqrt(variance);
  return { kind: 'estimate', value: rounded(mean), low: rounded(mean - half), high: rounded(mean + half), n };
}

/** The first mean less the second, with the variances of both; `null` where either cannot be told. */
export function meanDifference(a: Moments, b: Moments): Difference | null {
  if (suppressed(a.n) || suppressed(b.n)) return null;
  const [first, second] = [clusteredMean(a), clusteredMean(b)];
  const half = z95 * Math.sqrt(first.variance + second.variance);
  const value = first.mean - second.mean;
  return Number.isNaN(half) ? null : { value: rounded(value), low: rounded(value - half), high: rounded(value + half) };
}

/** In order of customers: sums do not depend on the order cases come in. */
function clusters<T extends Owned>(all: readonly T[], amountOf: (one: T) => number): readonly Cluster[] {
  return [...Map.groupBy(all, ({ customer }) => customer)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, cases]) => ({ total: cases.reduce((sum, one) => sum + amountOf(one), 0), size: cases.length }));
}
