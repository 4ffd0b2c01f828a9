import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bootstrap,
  expandedTail,
  percentileInterval,
  type Statistic,
} from '../../../src/measurement/statistics/bootstrap.ts';
import { clusteredMean, designEffect, momentsOf } from '../../../src/measurement/statistics/clustered-mean.ts';
import { createRandom } from '../../../src/measurement/statistics/create-random.ts';
import { quantile } from '../../../src/measurement/statistics/quantile.ts';
import { rateOf } from '../../../src/measurement/statistics/rate.ts';
import { wilson } from '../../../src/measurement/statistics/wilson.ts';
import { woodruff } from '../../../src/measurement/statistics/woodruff.ts';

describe('Wilson’s interval', () => {
  it.each([
    [81, 263, [0.2553, 0.3662]],
    [15, 148, [0.0624, 0.1605]],
    [0, 20, [0, 0.1611]],
    [1, 29, [0.0061, 0.1718]],
  ] as const)('gives what Newcombe (1998) publishes for %i of %i', (count, n, [low, high]) => {
    const interval = wilson(count / n, n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('holds the share and stays within 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const { low, high } = wilson(share, n);
        return low >= 0 && high <= 1 && low <= share + 1e-12 && high >= share - 1e-12;
      }),
    );
  });
});

describe('clusters', () => {
  it('give the mean and standard error Lohr publishes for five suites of four students', () => {
    const grades = [
      [3.08, 2.6, 3.44, 3.04],
      [2.36, 3.04, 3.28, 2.68],
      [2.0, 2.56, 2.52, 1.88],
      [3.0, 2.88, 3.44, 3.64],
      [2.68, 1.92, 3.28, 3.2],
    ];
    const clusters = grades.map((suite) => ({
      total: suite.reduce((sum, grade) => sum + grade, 0),
      size: suite.length,
    }));
    const { mean, variance } = clusteredMean(momentsOf(clusters));
    expect(mean).toBeCloseTo(2.826, 3);
    expect(Math.sqrt(variance * 0.95)).toBeCloseTo(0.164, 3);
  });

  it('have no design effect when each customer has one case', () => {
    const clusters = Array.from({ length: 200 }, (_, index) => ({ total: index % 3 === 0 ? 1 : 0, size: 1 }));
    expect(designEffect(momentsOf(clusters))).toBeCloseTo(1, 9);
  });

  it('widen the interval by their size when all cases of a customer agree', () => {
    const clusters = Array.from({ length: 100 }, (_, index) => ({ total: index % 2 === 0 ? 4 : 0, size: 4 }));
    expect(designEffect(momentsOf(clusters))).toBeCloseTo(4, 0);
    expect(
      designEffect(
        momentsOf([
          { total: 4, size: 4 },
          { total: 4, size: 4 },
        ]),
      ),
    ).toBe(4);
  });
});

describe('quantiles', () => {
  const gauge = [
    95.1772, 95.1567, 95.1937, 95.1959, 95.1442, 95.061, 95.1591, 95.1195, 95.1065, 95.0925, 95.199, 95.1682,
  ];
  const sorted = gauge.toSorted((a, b) => a - b);

  it('are those of definition 7 on the gauge readings of the NIST handbook', () => {
    expect(quantile(sorted, 0.9)).toBeCloseTo(95.19568, 5);
  });

  it('count a value as often as its weight says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 4 })), {
          minLength: 1,
          maxLength: 20,
        }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (pairs, share) => {
          const ordered = pairs.toSorted(([a], [b]) => a - b);
          const expanded = ordered.flatMap(([value, weight]) => Array.from({ length: weight }, () => value));
          const weighted = quantile(
            ordered.map(([value]) => value),
            share,
            (index) => ordered[index]?.[1] ?? 0,
          );
          const plain = quantile(expanded, share);
          if (plain === undefined) return weighted === undefined;
          return weighted !== undefined && Math.abs(weighted - plain) < 1e-9;
        },
      ),
    );
  });

  it('of nothing are undefined, not 0', () => {
    expect(quantile([], 0.5)).toBeUndefined();
    expect(quantile([1, 2], 0.5, () => 0)).toBeUndefined();
  });
});

describe('the bootstrap', () => {
  const mice = [16, 23, 38, 94, 99, 141, 197];
  const deviation = (values: Float64Array): number => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  };
  const mean = (drawn: Uint16Array): number =>
    mice.reduce((sum, value, index) => sum + value * (drawn[index] ?? 0), 0) / 7;
  const median = (drawn: Uint16Array): number => quantile(mice, 0.5, (index) => drawn[index] ?? 0) ?? Number.NaN;

  it('gives the standard errors Efron and Tibshirani publish for the treated mice', () => {
    const [means, medians] = bootstrap({ clusters: 7, replicates: 20_000, seed: 1 }, [mean, median]);
    expect(deviation(means ?? new Float64Array())).toBeCloseTo(23.36, 0);
    expect(Math.abs(deviation(medians ?? new Float64Array()) - 37.83)).toBeLessThan(0.8);
  });

  it('gives the same replicates for the same seed, and others for another', () => {
    const run = (seed: number) => bootstrap({ clusters: 7, replicates: 50, seed }, [mean])[0];
    expect(run(3)).toEqual(run(3));
    expect(run(3)).not.toEqual(run(4));
  });

  it('leaves the share outside that Hesterberg publishes for twenty', () => {
    expect(expandedTail(20)).toBeCloseTo(0.0159, 3);
    expect(expandedTail(1e6)).toBeCloseTo(0.025, 4);
  });

  it.each([
    [30, 'median'],
    [300, 'median'],
    [30, 'mean'],
    [300, 'mean'],
    [3000, 'mean'],
  ] as const)(
    'covers the truth in 93 to 97 of 100 samples of %i customers with one to five cases: %s',
    (customers, what) => {
      const random = createRandom(customers + 1);
      const samples = samplesOf(customers, what);
      let covered = 0;
      for (let s = 0; s < samples; s++) {
        const cases = sampled(random, customers);
        const [replicates] = bootstrap({ clusters: customers, replicates: customers > 1000 ? 200 : 400, seed: s }, [
          what === 'mean' ? meanOf(cases, customers) : medianOf(cases),
        ]);
        const { low, high } = percentileInterval(replicates ?? new Float64Array(), customers);
        covered += Number(low <= 0 && high >= 0);
      }
      expect(covered / samples).toBeGreaterThanOrEqual(0.93);
      expect(covered / samples).toBeLessThanOrEqual(0.97);
    },
  );
});

/** So many that the coverage is known to a percent or so, and the test is not slow. */
function samplesOf(customers: number, what: string): number {
  if (customers === 30) return 700;
  return what === 'mean' && customers === 300 ? 1000 : 250;
}

type Case = { readonly customer: number; readonly value: number };

function sampled(random: () => number, customers: number): readonly Case[] {
  return Array.from({ length: customers }, (_, customer) => {
    const own = normal(random);
    return Array.from({ length: 1 + Math.floor(random() * 5) }, () => ({ customer, value: own + normal(random) }));
  }).flat();
}

function medianOf(cases: readonly Case[]): Statistic {
  const ordered = cases.toSorted((a, b) => a.value - b.value);
  const values = Float64Array.from(ordered, ({ value }) => value);
  const owners = Uint32Array.from(ordered, ({ customer }) => customer);
  return (drawn) => quantile(values, 0.5, (index) => drawn[owners[index] ?? 0] ?? 0) ?? 0;
}

function meanOf(cases: readonly Case[], customers: number): Statistic {
  const [totals, sizes] = [new Float64Array(customers), new Float64Array(customers)];
  for (const { customer, value } of cases) {
    totals[customer] = (totals[customer] ?? 0) + value;
    sizes[customer] = (sizes[customer] ?? 0) + 1;
  }
  const weigh = (sums: Float64Array, drawn: Uint16Array): number => {
    let sum = 0;
    for (let i = 0; i < sums.length; i++) sum += (sums[i] ?? 0) * (drawn[i] ?? 0);
    return sum;
  };
  return (drawn) => weigh(totals, drawn) / weigh(sizes, drawn);
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

describe('a rate', () => {
  it('is no data when there is nothing, never 0', () => {
    expect(rateOf(momentsOf([]))).toEqual({ kind: 'no_data', n: 0 });
  });

  it('is not shown for fewer than ten cases', () => {
    expect(rateOf(momentsOf([{ total: 2, size: 9 }]))).toEqual({ kind: 'too_few', n: 9 });
    expect(rateOf(momentsOf([{ total: 2, size: 10 }])).kind).toBe('rate');
  });

  it.each([
    [0.3, 0.5, 0.9],
    [0.1, 0.6, 1],
    [0.3, 0.5, 0.4],
  ])('covers the truth in 93 to 97 of 100 where %d of cases count whole and %d in part, as %d', (whole, some, part) => {
    const random = createRandom(11);
    const truth = whole + some * part;
    const [samples, cases] = [2_000, 120];
    let covered = 0;
    for (let s = 0; s < samples; s++) {
      const values = Array.from({ length: cases }, () => {
        const lot = random();
        return lot < whole ? 1 : lot < whole + some ? part : 0;
      });
      const squares = values.reduce((sum, value) => sum + value * value, 0);
      const rate = rateOf(momentsOf(values.map((total) => ({ total, size: 1 }))), squares);
      covered += Number(rate.kind === 'rate' && rate.low <= truth && rate.high >= truth);
    }
    expect(covered / samples).toBeGreaterThanOrEqual(0.93);
    expect(covered / samples).toBeLessThanOrEqual(0.97);
  });

  it.each([30, 300, 3000])(
    'covers the true share in 93 to 97 of 100 samples of %i customers with one to five cases',
    (customers) => {
      const random = createRandom(customers);
      const samples = customers > 1000 ? 500 : 1500;
      let covered = 0;
      for (let s = 0; s < samples; s++) {
        const clusters = Array.from({ length: customers }, () => {
          const own = random() < 0.5 ? 0.15 : 0.65;
          const size = 1 + Math.floor(random() * 5);
          return {
            total: Array.from({ length: size }, () => (random() < own ? 1 : 0)).reduce<number>((a, b) => a + b, 0),
            size,
          };
        });
        const rate = rateOf(momentsOf(clusters));
        if (rate.kind === 'rate' && rate.low <= 0.4 && rate.high >= 0.4) covered++;
      }
      expect(covered / samples).toBeGreaterThanOrEqual(0.93);
      expect(covered / samples).toBeLessThanOrEqual(0.97);
    },
  );
});

describe('Woodruff’s interval', () => {
  it('is the quantiles at the ends of the interval of the share', () => {
    const { low, high } = wilson(0.9, 50);
    expect(woodruff(0.9, 50, (share) => 100 * share)).toEqual({ low: 100 * low, high: 100 * high });
  });

  it('is 10 to 30 for the median of the 19 scores in the manual of statpsych (after Snedecor and Cochran)', () => {
    const scores = [30, 20, 15, 10, 10, 60, 20, 25, 20, 30, 10, 5, 50, 40, 20, 10, 0, 20, 50].toSorted((a, b) => a - b);
    const valueAt = (share: number): number => scores[Math.ceil(share * scores.length) - 1] ?? Number.NaN;
    expect(valueAt(0.5)).toBe(20);
    expect(woodruff(0.5, scores.length, valueAt)).toEqual({ low: 10, high: 30 });
  });

  it.each([0.5, 0.9])(
    'covers the true quantile at %d in 93 to 97 of 100 samples of customers with one to five cases',
    (share) => {
      const random = createRandom(7);
      const samples = 1000;
      let covered = 0;
      for (let s = 0; s < samples; s++) {
        const customers = Array.from({ length: 300 }, () => {
          const own = normal(random);
          return Array.from({ length: 1 + Math.floor(random() * 5) }, () => Math.SQRT1_2 * (own + normal(random)));
        });
        const sorted = Float64Array.from(customers.flat()).sort();
        const valueAt = (one: number): number => quantile(sorted, one) ?? Number.NaN;
        const bound = valueAt(share);
        const effect = designEffect(
          momentsOf(
            customers.map((values) => ({
              total: values.filter((value) => value <= bound).length,
              size: values.length,
            })),
          ),
        );
        const { low, high } = woodruff(share, sorted.length / effect, valueAt);
        const truth = share === 0.5 ? 0 : 1.2815515655446004;
        if (low <= truth && truth <= high) covered++;
      }
      expect(covered / samples).toBeGreaterThanOrEqual(0.93);
      expect(covered / samples).toBeLessThanOrEqual(0.97);
    },
  );
});
