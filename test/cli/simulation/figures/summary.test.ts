import { describe, expect, it } from 'vitest';
import type { SeedFigures } from '../../../../src/cli/simulation/figures/seed-figures.ts';
import { summaryOf } from '../../../../src/cli/simulation/figures/summary.ts';

function seed(truth: number | null, low: number, high: number): SeedFigures {
  const covered = truth === null ? null : low <= truth && truth <= high;
  return {
    ...{ seed: 1, cases: 10, customers: 10, solvedCustomers: 5, effort: null, outcomes: {} },
    resolution: { truth, point: truth, low, high, covered, outerLow: low, outerHigh: high },
    containment: { reported: 0.9, truth: 0.7 },
  };
}

describe('what is said of several seeds', () => {
  it('holds each interval against what was true of its own cases, and against what is true over all', () => {
    const summary = summaryOf([seed(0.8, 0.75, 0.85), seed(0.6, 0.55, 0.75), seed(0.7, 0.71, 0.9), seed(null, 0, 1)]);
    expect(summary.trueResolution).toBeCloseTo(0.7);
    expect(summary.covered).toEqual({ seeds: 2, of: 3, share: 2 / 3 });
    expect(summary.coveredLongRun).toEqual({ seeds: 2, of: 4, share: 0.5 });
    expect(summary.containment.missesBy).toBeCloseTo(0.2);
  });

  it('says nothing where there is nothing', () => {
    expect(summaryOf([])).toMatchObject({ trueResolution: null, covered: { of: 0, share: null }, rho: null });
  });
});
