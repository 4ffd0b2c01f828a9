import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/measurement/statistics/create-random.ts';
import { rankCorrelation } from '../../../../src/measurement/statistics/survey/rank-correlation.ts';
import { normal, samplesFor } from '../samples.ts';

describe('the correlation of ranks', () => {
  it('is that of the published example', () => {
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    const found = rankCorrelation(iq.map((a, index) => ({ a, b: hours[index] ?? 0, n: 1 })));
    expect(found?.rho).toBeCloseTo(-29 / 165, 10);
    expect(found?.low).toBeLessThan(-29 / 165);
    expect(found?.high).toBeGreaterThan(-29 / 165);
  });

  it.each([30, 300])('covers the true one in 93 to 97 of 100 samples of %i pairs that are normal together', (n) => {
    const random = createRandom(n);
    const samples = samplesFor(n);
    // of two normal measures that correlate by 0.6 (Pearson 1907)
    const rho = (6 / Math.PI) * Math.asin(0.3);
    let covered = 0;
    for (let s = 0; s < samples; s++) {
      const pairs = Array.from({ length: n }, () => {
        const a = normal(random);
        return { a, b: 0.6 * a + 0.8 * normal(random), n: 1 };
      });
      const found = rankCorrelation(pairs);
      if (found && found.low <= rho && found.high >= rho) covered++;
    }
    expect(covered / samples).toBeGreaterThanOrEqual(0.93);
    expect(covered / samples).toBeLessThanOrEqual(0.97);
  });

  it('gives ties their middle rank', () => {
    const pairs = Array.from({ length: 6 }, (_, index) => ({ a: index, b: index, n: 2 }));
    expect(rankCorrelation(pairs)?.rho).toBeCloseTo(1, 10);
  });

  it('says nothing of fewer than ten pairs, or of a measure that is the same for all', () => {
    expect(rankCorrelation([{ a: 1, b: 1, n: 1 }])).toBeUndefined();
    expect(rankCorrelation(Array.from({ length: 20 }, (_, index) => ({ a: index, b: 3, n: 1 })))).toBeUndefined();
  });
});
