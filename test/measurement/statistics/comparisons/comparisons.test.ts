import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designEffect, momentsOf } from '../../../../src/measurement/statistics/clustered-mean.ts';
import { benjaminiHochberg } from '../../../../src/measurement/statistics/comparisons/benjamini-hochberg.ts';
import { differenceTest } from '../../../../src/measurement/statistics/comparisons/difference-test.ts';
import { newcombe, type Share } from '../../../../src/measurement/statistics/comparisons/newcombe.ts';
import { normalTail } from '../../../../src/measurement/statistics/comparisons/normal-tail.ts';
import { createRandom } from '../../../../src/measurement/statistics/create-random.ts';
import { normal, samplesFor, shareClusters } from '../samples.ts';

function of(count: number, n: number): Share {
  return { share: count / n, n };
}

describe('Newcombe’s interval of a difference', () => {
  it.each([
    [of(56, 70), of(48, 80), [0.0524, 0.3339]],
    [of(9, 10), of(3, 10), [0.1705, 0.809]],
    [of(6, 7), of(2, 7), [0.0582, 0.8062]],
    [of(5, 56), of(0, 29), [-0.0381, 0.1926]],
    [of(0, 10), of(0, 20), [-0.1611, 0.2775]],
    [of(0, 10), of(0, 10), [-0.2775, 0.2775]],
    [of(10, 10), of(0, 20), [0.6791, 1]],
    [of(10, 10), of(0, 10), [0.6075, 1]],
  ] as const)('gives what he publishes for %o and %o', (a, b, [low, high]) => {
    const found = newcombe(a, b);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it.each([30, 300, 3000])(
    'covers the true difference in 93 to 97 of 100 samples of %i cases a side, one to five a customer',
    (n) => {
      const random = createRandom(n);
      const samples = samplesFor(n);
      let covered = 0;
      for (let s = 0; s < samples; s++) {
        const [a, b] = [shareOf(shareClusters(random, n, [0.15, 0.65])), shareOf(shareClusters(random, n, [0.3, 0.7]))];
        const { low, high } = newcombe(a, b);
        if (low <= -0.1 && high >= -0.1) covered++;
      }
      expect(covered / samples).toBeGreaterThanOrEqual(0.93);
      expect(covered / samples).toBeLessThanOrEqual(0.97);
    },
  );
});

function shareOf(clusters: readonly { readonly total: number; readonly size: number }[]): Share {
  const n = clusters.reduce((sum, { size }) => sum + size, 0);
  return { share: clusters.reduce((sum, { total }) => sum + total, 0) / n, n: n / designEffect(momentsOf(clusters)) };
}

describe('the tail of the normal distribution', () => {
  it.each([
    [0, 1],
    [1.644854, 0.1],
    [1.959964, 0.05],
    [2.575829, 0.01],
    [3.290527, 0.001],
  ])('beyond %d is as in tables', (z, tail) => {
    expect(normalTail(z)).toBeCloseTo(tail, 6);
    expect(normalTail(-z)).toBe(normalTail(z));
  });
});

describe('the test of a difference', () => {
  it('finds z = 5.00 for aspirin and heart attacks, as Agresti publishes', () => {
    expect(differenceTest(of(189, 11_034), of(104, 11_037))).toBeCloseTo(normalTail(5.0), 7);
  });

  it('finds nothing where nothing differs', () => {
    expect(differenceTest(of(0, 10), of(0, 20))).toBe(1);
    expect(differenceTest(of(3, 10), of(6, 20))).toBe(1);
  });
});

describe('Benjamini and Hochberg’s procedure', () => {
  const published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];

  it('believes the first four of their fifteen', () => {
    expect(benjaminiHochberg(published).map((value) => value <= 0.05)).toEqual(published.map((_, index) => index < 4));
  });

  it('is wrong in 3.5 of 100 it believes at 0.05, where 14 of 20 comparisons are of nothing', () => {
    const random = createRandom(5);
    const samples = samplesFor(3000);
    let wrong = 0;
    for (let s = 0; s < samples; s++) {
      const values = Array.from({ length: 20 }, (_, index) => normalTail(normal(random) + (index < 14 ? 0 : 3)));
      const believed = benjaminiHochberg(values).flatMap((value, index) => (value <= 0.05 ? [index] : []));
      wrong += believed.filter((index) => index < 14).length / Math.max(1, believed.length);
    }
    expect(wrong / samples).toBeGreaterThan(0.03);
    expect(wrong / samples).toBeLessThan(0.04);
  });

  it('gives no larger value to a smaller one: what a larger one allows holds for it too', () => {
    expect(benjaminiHochberg([0.01, 0.04, 0.03]).map((value) => Math.round(value * 1e6) / 1e6)).toEqual([
      0.03, 0.04, 0.04,
    ]);
  });

  it('keeps the order given, never lowers a value, and believes what the step-up rule believes', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (values) => {
        const adjusted = benjaminiHochberg(values);
        const sorted = values.toSorted((a, b) => a - b);
        const last = sorted.findLastIndex((value, index) => value * values.length <= 0.05 * (index + 1) * (1 + 1e-12));
        const believed = last < 0 ? -1 : (sorted[last] ?? -1);
        return values.every((value, index) => {
          const one = adjusted[index] ?? -1;
          return one >= value - 1e-12 && one <= 1 && one <= 0.05 * (1 + 1e-9) === value <= believed;
        });
      }),
    );
  });
});
