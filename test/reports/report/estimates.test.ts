import { expect, test } from 'vitest';
import { bootstrap, percentileInterval } from '../../../src/measurement/statistics/bootstrap.ts';
import { createRandom } from '../../../src/measurement/statistics/create-random.ts';
import { estimate } from '../../../src/reports/report/estimates.ts';
import { planOf, type Valued, type Wanted } from '../../../src/reports/report/plan.ts';
import { sampleOf } from '../../../src/reports/report/sample.ts';
import { conversation, factsFrom } from '../many-cases.ts';

/** Cases of so many customers, one to four each, whose values lean to what the customer's others are. */
function valuesOf(customers: number): readonly Valued[] {
  const random = createRandom(3);
  const [one] = factsFrom(conversation('easy', 0));
  if (!one) return [];
  return Array.from({ length: customers }, (_, customer) => {
    const own = 60 * random();
    return Array.from({ length: 1 + Math.floor(random() * 4) }, () => ({
      facts: { ...one, customer: `u${customer}` },
      value: Math.round(10 * (own + 30 * random())) / 10,
    }));
  }).flat();
}

const values = valuesOf(4_000);
const over = values.map(({ facts }) => facts);
const sample = sampleOf(over);

test.each<[string, Wanted]>([
  ['a median', { kind: 'quantile', share: 0.5, values }],
  ['a high quantile', { kind: 'quantile', share: 0.9, values }],
  ['a mean', { kind: 'mean', scale: 1, values, over }],
])('the interval of %s is by formula what resampling gives, to within one point of effort and as wide', (_, wanted) => {
  const plan = planOf(sample, wanted);
  const [runs = new Float64Array()] = bootstrap({ clusters: 4_000, replicates: 300, seed: 1 }, [plan.statistic]);
  const [drawn, formula] = [percentileInterval(runs), plan.interval()];
  expect(Math.abs(formula.low - drawn.low)).toBeLessThan(1);
  expect(Math.abs(formula.high - drawn.high)).toBeLessThan(1);
  expect((formula.high - formula.low) / (drawn.high - drawn.low)).toSatisfy(
    (ratio: number) => ratio > 0.85 && ratio < 1.18,
  );
  expect(formula.low).toBeLessThan(plan.value());
  expect(formula.high).toBeGreaterThan(plan.value());
});

test('more than 20,000 customers are not resampled, and as many are', () => {
  const [one] = values;
  if (!one) throw new Error('there are no values');
  const many = Array.from({ length: 20_001 }, (_, index) => ({
    facts: { ...one.facts, customer: `n${index}` },
    value: index % 97,
  }));
  const estimated = (some: readonly Valued[], seed: number) => {
    const cases = some.map(({ facts }) => facts);
    return estimate(sampleOf(cases), [{ kind: 'mean', scale: 1, values: some, over: cases }], seed);
  };
  expect(estimated(many, 1)).toEqual(estimated(many, 2));
  expect(estimated(many, 1)[0]?.kind).toBe('estimate');
  expect(estimated(many.slice(1), 1)).not.toEqual(estimated(many.slice(1), 2));
});
