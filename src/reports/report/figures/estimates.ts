/**
 * Estimates with intervals that respect repeated customers: from resamples of whole customers, or, where there are very many, by formula.
 */
import { bootstrap, percentileInterval } from '../../../measurement/statistics/bootstrap.ts';
import { type Estimate, rounded, suppressed } from '../../../measurement/statistics/rate.ts';
import type { Interval } from '../../../measurement/statistics/wilson.ts';
import { mostResampled } from '../cases/by-customer.ts';
import { type Plan, planOf, type Sizes, type Wanted } from './plan.ts';

/** @property sizes cases of each customer */
export type Resampling = { readonly sizes: Sizes; readonly seed: number };

/** @returns one estimate per thing wanted, in the same order */
export function estimate(wanted: readonly Wanted[], resampling: Resampling): readonly Estimate[] {
  const plans = wanted.map(planOf);
  const isLarge = resampling.sizes.sizes.length > mostResampled;
  const intervals = isLarge ? byFormula(plans) : resampled(plans, resampling);
  return plans.map((plan, index) => {
    const few = suppressed(plan.n);
    if (few) return few;
    const { low, high } = intervals[index] ?? { low: Number.NaN, high: Number.NaN };
    return { kind: 'estimate', value: rounded(plan.value()), low: rounded(low), high: rounded(high), n: plan.n };
  });
}

function byFormula(plans: readonly Plan[]): readonly (Interval | undefined)[] {
  return plans.map((plan) => (suppressed(plan.n) ? undefined : plan.interval()));
}

function resampled(plans: readonly Plan[], { sizes: { sizes }, seed }: Resampling): readonly Interval[] {
  const customers = sizes.length;
  const isNeeded = plans.some(({ n }) => suppressed(n) === undefined);
  const runs = bootstrap(
    { clusters: customers, replicates: isNeeded ? replicatesFor(customers) : 0, seed, sizes },
    plans.map(({ statistic }) => statistic),
  );
  return runs.map((values) =>
    percentileInterval(
      values.filter((value) => !Number.isNaN(value)),
      customers,
    ),
  );
}

/** The more customers, the less one resample differs from another. */
function replicatesFor(customers: number): number {
  return customers <= 500 ? 1000 : 400;
}
