import { expect, test } from 'vitest';
import { bootstrap, percentileInterval } from '../../../../src/measurement/statistics/bootstrap.ts';
import { createRandom } from '../../../../src/measurement/statistics/create-random.ts';
import type { Clusters } from '../../../../src/reports/report/cases/by-customer.ts';
import { estimate } from '../../../../src/reports/report/figures/estimates.ts';
import { planOf, type Sums, type Wanted } from '../../../../src/reports/report/figures/plan.ts';
import { rankedOf } from '../../../../src/reports/report/figures/ranked.ts';
import { sizesOf } from '../../../../src/reports/report/figures/sizes-of.ts';

type Cases = readonly { readonly customer: number; readonly value: number }[];

/** Cases of so many customers, one to four each, whose values lean to what the customer's others are. */
function casesOf(customers: number): Cases {
  const random = createRandom(3);
  return Array.from({ length: customers }, (_, customer) => {
    const own = 60 * random();
    return Array.from({ length: 1 + Math.floor(random() * 4) }, () => ({
      customer,
      value: Math.round(10 * (own + 30 * random())) / 10,
    }));
  }).flat();
}

function clustersOf(cases: Cases): Clusters {
  const starts = [0, ...cases.flatMap(({ customer }, at) => (cases[at + 1]?.customer === customer ? [] : [at + 1]))];
  return { rows: Uint32Array.from(cases.keys()), starts: Uint32Array.from(starts) };
}

const customers = 2_001;
const cases = casesOf(customers);
const clusters = clustersOf(cases);
const values = rankedOf(
  clusters,
  Float64Array.from(cases, ({ value }) => value),
);
const sizes = sizesOf(clusters);
const sums = sumsOf(
  cases.reduce((totals, { customer, value }) => {
    totals[customer] = (totals[customer] ?? 0) + value;
    return totals;
  }, new Float64Array(customers)),
  sizes.sizes,
);

function sumsOf(totals: Float64Array, sizes: Uint32Array): Sums {
  const sum = (of: (total: number, index: number) => number): number =>
    totals.reduce((all, total, index) => all + of(total, index), 0);
  return {
    total: sum((total) => total),
    totalTotal: sum((total) => total * total),
    totalSize: sum((total, index) => total * (sizes[index] ?? 0)),
    customers: Uint32Array.from(totals.keys()),
    totals,
  };
}

test.each<[string, Wanted]>([
  ['a median', { kind: 'quantile', share: 0.5, values }],
  ['a high quantile', { kind: 'quantile', share: 0.9, values }],
  ['a mean', { kind: 'mean', scale: 1, sums, sizes }],
])('the interval of %s is by formula what resampling gives, to within one point of effort and as wide', (_, wanted) => {
  const plan = planOf(wanted);
  const [runs = new Float64Array()] = bootstrap({ clusters: customers, replicates: 300, seed: 1, sizes: sizes.sizes }, [
    plan.statistic,
  ]);
  const [drawn, formula] = [percentileInterval(runs, 400), plan.interval()];
  expect(Math.abs(formula.low - drawn.low)).toBeLessThan(1);
  expect(Math.abs(formula.high - drawn.high)).toBeLessThan(1);
  expect((formula.high - formula.low) / (drawn.high - drawn.low)).toSatisfy(
    (ratio: number) => ratio > 0.85 && ratio < 1.18,
  );
  expect(formula.low).toBeLessThan(plan.value());
  expect(formula.high).toBeGreaterThan(plan.value());
});

test('more than 2,000 customers are not resampled, and as many are', () => {
  const estimated = (count: number, seed: number) => {
    const each = Uint32Array.from({ length: count }, (_, index) => index);
    const one = { sizes: each.map(() => 1), n: count, squared: count };
    const some = sumsOf(
      Float64Array.from(each, (index) => index % 97),
      one.sizes,
    );
    return estimate([{ kind: 'mean', scale: 1, sums: some, sizes: one }], { sizes: one, seed });
  };
  expect(estimated(2_001, 1)).toEqual(estimated(2_001, 2));
  expect(estimated(2_001, 1)[0]?.kind).toBe('estimate');
  expect(estimated(2_000, 1)).not.toEqual(estimated(2_000, 2));
});
