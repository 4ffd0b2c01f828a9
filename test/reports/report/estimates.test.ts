import { expect, test } from 'vitest';
import { published } from '../../../src/measurement/constants/measures.ts';
import { bootstrap, percentileInterval } from '../../../src/measurement/statistics/bootstrap.ts';
import { createRandom } from '../../../src/measurement/statistics/create-random.ts';
import { buildReport } from '../../../src/reports/report/build-report.ts';
import { planOf, type Valued, type Wanted } from '../../../src/reports/report/plan.ts';
import { sampleOf } from '../../../src/reports/report/sample.ts';
import { conversation, factsFrom, manyFacts } from '../many-cases.ts';

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
  expect((formula.high - formula.low) / (drawn.high - drawn.low)).toSatisfy((ratio: number) => ratio > 0.85 && ratio < 1.18);
  expect(formula.low).toBeLessThan(plan.value());
  expect(formula.high).toBeGreaterThan(plan.value());
});

test('a report about more than 20,000 customers draws no resamples, one about as many does', () => {
  const some = manyFacts(70, ['easy', 'bumpy', 'failed', 'left', 'bumpy', 'failed', 'easy']);
  const many = Array.from({ length: 20_001 }, (_, index) => {
    const facts = some[index % some.length] ?? some[0];
    return facts === undefined ? [] : [{ ...facts, case: `n${index}/1`, customer: `n${index}` }];
  }).flat();
  const query = { from: null, to: null, zone: 'UTC', asOf: 0, filters: {}, by: null };
  const drawn = (facts: typeof many, seed: number) => buildReport(facts, { ...query, seed }, published).burdens;
  expect(drawn(many, 1)).toEqual(drawn(many, 2));
  expect(drawn(many.slice(1), 1)).not.toEqual(drawn(many.slice(1), 2));
  expect(drawn(many, 1)[0]?.pointsPer100Cases.kind).toBe('estimate');
});
