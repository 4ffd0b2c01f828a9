import { describe, expect, it } from 'vitest';
import { rankCorrelation } from '../../../../src/measurement/statistics/survey/rank-correlation.ts';

describe('the correlation of ranks', () => {
  it('is that of the published example', () => {
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    const found = rankCorrelation(iq.map((a, index) => ({ a, b: hours[index] ?? 0, n: 1 })));
    expect(found?.rho).toBeCloseTo(-29 / 165, 10);
    expect(found?.low).toBeLessThan(-29 / 165);
    expect(found?.high).toBeGreaterThan(-29 / 165);
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
