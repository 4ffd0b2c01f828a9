import { expect, test } from 'vitest';
import { bootstrap, percentileInterval } from '../../../../src/measurement/statistics/bootstrap.ts';
import { createRandom } from '../../../../src/measurement/statistics/create-random.ts';
import type { Valued } from '../../../../src/reports/report/cases/sample.ts';
import { estimate } from '../../../../src/reports/report/figures/estimates.ts';
import { planOf, type Wanted } from '../../../../src/reports/report/figures/plan.ts';

/** Cases of so many customers, one to four each, whose values lean to what the customer's others are. */
function valuesOf(customers: number): Valued {
  const random = createRandom(3);
  const values = Array.from({ length: customers }, (_, customer) => {
    const own = 60 * random();
    return Array.from({ length: 1 + Math.floor(random() * 4) }, () => ({
      customer,
      value: Math.round(10 * (own + 30 * random())) / 10,
    }));
  }).flat();
  return {
    customers: Float64Array.from(values, ({ customer }) => customer),
    values: Float64Array.from(values, ({ value }) => value),
  };
}

const customers = 4_000;
const values = valuesOf(customers);
const over = values.customers;

test.each<[string, Wanted]>([
  ['a median', { kind: 'quantile', share: 0.5, values }],
  ['a high quantile', { kind: 'quantile', share: 0.9, values }],
  ['a mean', { kind: 'mean', scale: 1, values, over }],
])('the interval of %s is by formula what resampling gives, to within one point of effort and as wide', (_, wanted) => {
  const plan = planOf(customers, wanted);
  const [runs = new Float64Array()] = bootstrap({ clusters: customers, replicates: 300, seed: 1 }, [plan.statistic]);
  const [drawn, formula] = [percentileInterval(runs, 400), plan.interval()];
  expect(Math.abs(formula.low - drawn.low)).toBeLessThan(1);
  expect(Math.abs(formula.high - drawn.high)).toBeLessThan(1);
  expect((formula.high - formula.low) / (drawn.high - drawn.low)).toSatisfy(
    (ratio: number) => ratio > 0.85 && ratio < 1.18,
  );
  expect(formula.low).toBeLessThan(plan.value());
  expect(formula.high).toBeGreaterThan(plan.value());
});

test('more than 20,000 customers are not resampled, and as many are', () => {
  const estimated = (count: number, seed: number) => {
    const each = Float64Array.from({ length: count }, (_, index) => index);
    const some = { customers: each, values: each.map((index) => index % 97) };
    return estimate([{ kind: 'mean', scale: 1, values: some, over: each }], { customers: count, seed });
  };
  expect(estimated(20_001, 1)).toEqual(estimated(20_001, 2));
  expect(estimated(20_001, 1)[0]?.kind).toBe('estimate');
  expect(estimated(20_000, 1)).not.toEqual(estimated(20_000, 2));
});
