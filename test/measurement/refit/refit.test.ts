import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMeasures, type Signal, signals } from '../../../src/measurement/constants/measures.ts';
import number1 from '../../../src/measurement/constants/measures-1.json' with { type: 'json' };
import { nonNegativeRidge, type Observation, valueOn } from '../../../src/measurement/refit/non-negative-ridge.ts';
import {
  type Counts,
  type HardCase,
  type History,
  refitWeights,
} from '../../../src/measurement/refit/refit-weights.ts';
import { createRandom } from '../../../src/measurement/statistics/create-random.ts';

const measures = parseMeasures(number1);

describe('non-negative ridge regression', () => {
  it('finds the line of Anscombe’s first set', () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    const observations = x.map((value, at) => ({ x: Float64Array.of(value), y: y[at] ?? 0, weight: 1 }));
    const { intercept, slopes } = nonNegativeRidge(observations, {
      target: Float64Array.of(0),
      free: [true],
      strength: 0,
    });
    expect(slopes[0]).toBeCloseTo(0.5, 3);
    expect(intercept).toBeCloseTo(3, 2);
  });

  const value = fc.integer({ min: 0, max: 4 });
  const someObservations = fc.array(
    fc.record({ x: fc.array(value, { minLength: 3, maxLength: 3 }), y: value, weight: fc.integer({ min: 1, max: 3 }) }),
    { minLength: 6, maxLength: 25 },
  );

  it('meets the conditions of a minimum: no step that keeps slopes from falling below 0 lowers the loss', () => {
    fc.assert(
      fc.property(someObservations, fc.double({ min: 0.01, max: 5, noNaN: true }), (raw, strength) => {
        const observations = raw.map(({ x, ...one }) => ({ ...one, x: Float64Array.from(x) }));
        const target = Float64Array.of(0.5, 1, 0);
        const line = nonNegativeRidge(observations, { target, free: [true, true, true], strength });
        const least = lossOf(observations, line.slopes, { target, strength });
        return (
          line.slopes.every((slope) => slope >= 0) &&
          [0, 1, 2].every((at) =>
            [-1e-3, 1e-3].every((step) => {
              const moved = line.slopes.map((slope, index) => Math.max(0, index === at ? slope + step : slope));
              return lossOf(observations, moved, { target, strength }) >= least - 1e-6;
            }),
          )
        );
      }),
    );
  });

  it('leaves at its target what never varies, or is not free', () => {
    const observations = [0, 1, 2, 3].map((at) => ({ x: Float64Array.of(at, 1, at % 2), y: 2 * at, weight: 1 }));
    const target = Float64Array.of(0, 0.7, 0.3);
    const { slopes } = nonNegativeRidge(observations, { target, free: [true, true, false], strength: 0.001 });
    expect(slopes[0]).toBeGreaterThan(1.5);
    expect(slopes[1]).toBe(0.7);
    expect(slopes[2]).toBe(0.3);
  });
});

function lossOf(
  observations: readonly Observation[],
  slopes: Float64Array,
  { target, strength }: { readonly target: Float64Array; readonly strength: number },
): number {
  const total = observations.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (of: (one: Observation) => number) =>
    observations.reduce((sum, one) => sum + one.weight * of(one), 0) / total;
  const at = { intercept: 0, slopes };
  const intercept = mean(({ y, x }) => y - valueOn(at, x));
  const error = observations.reduce((sum, { x, y, weight }) => sum + weight * (y - intercept - valueOn(at, x)) ** 2, 0);
  const spread = (j: number) => {
    const centre = mean(({ x }) => x[j] ?? 0);
    return observations.reduce((sum, { x, weight }) => sum + weight * ((x[j] ?? 0) - centre) ** 2, 0);
  };
  const pulls = slopes.map((slope, j) => spread(j) * (slope - (target[j] ?? 0)) ** 2);
  return error + strength * pulls.reduce((sum, one) => sum + one, 0);
}

const felt: readonly Signal[] = ['no_match', 'told_again', 'wait', 'escalation', 'repeat_contact'];

type World = {
  readonly customers: number;
  readonly truth: Partial<Record<Signal, number>>;
  readonly seed: number;
  readonly occurring?: readonly Signal[];
};

/** Customers with one to three cases, who say how hard each was by weights of their own, on seven steps, with some chance. */
function worldOf({ customers, truth, seed, occurring = felt }: World): History {
  const random = createRandom(seed);
  const answered = Array.from({ length: customers }, (_, customer) => {
    const mood = random() - 0.5;
    return Array.from({ length: 1 + Math.floor(random() * 3) }, (): HardCase => {
      const counts: Counts = Object.fromEntries(
        occurring.map((signal) => [signal, random() < 0.35 ? 1 + Math.floor(2 * random()) : 0]),
      );
      const burden = occurring.reduce((sum, signal) => sum + (truth[signal] ?? 0) * (counts[signal] ?? 0), 0);
      const hard = Math.max(0, Math.min(6, Math.round(0.5 * burden + mood + random())));
      return { customer: `c${customer}`, counts, hard, weight: 1 };
    });
  }).flat();
  return { answered, all: answered.map(({ counts }) => counts), seed: 1 };
}

const published = Object.fromEntries(signals.map((signal) => [signal, measures.effort.signals[signal].weight]));
const otherwise = { no_match: 0.2, told_again: 5, wait: 3, escalation: 0, repeat_contact: 1 };

function fittedOf({ weights }: ReturnType<typeof refitWeights>, signal: Signal): number {
  return weights.find((one) => one.signal === signal)?.fitted ?? Number.NaN;
}

describe('weights fitted to what customers say', () => {
  it('are found where customers feel otherwise than published, and told with their gain', () => {
    const refit = refitWeights(measures, worldOf({ customers: 400, truth: otherwise, seed: 3 }));
    expect(refit.missing).toEqual([]);
    expect(refit.gain?.low).toBeGreaterThan(0.1);
    const [noMatch, toldAgain, wait, escalation] = felt.map((signal) => fittedOf(refit, signal));
    expect(toldAgain).toBeGreaterThan(wait ?? 9);
    expect(wait).toBeGreaterThan(3 * (noMatch ?? 9));
    expect(escalation).toBeLessThan(0.4);
  });

  it('keep the median burden of all cases, and the weight of what hardly occurs', () => {
    const history = worldOf({ customers: 400, truth: otherwise, seed: 4 });
    const refit = refitWeights(measures, history);
    const after = Object.fromEntries(refit.weights.map((one) => [one.signal, one.fitted ?? one.published]));
    expect(Math.abs(medianBurden(history.all, after) - medianBurden(history.all, published))).toBeLessThan(0.1);
    expect(refit.weights.find(({ signal }) => signal === 'loop')).toEqual({
      signal: 'loop',
      published: 2,
      fitted: null,
      events: 0,
    });
  });

  it('are not offered where the published ones are as good', () => {
    let offered = 0;
    for (let seed = 10; seed < 20; seed++)
      offered += Number(
        refitWeights(measures, worldOf({ customers: 200, truth: published, seed })).missing.length === 0,
      );
    expect(offered).toBeLessThanOrEqual(1);
  });

  it('are not offered for few answers, answers that follow no effort, or nothing at all; and it says what is missing', () => {
    const few = refitWeights(measures, worldOf({ customers: 60, truth: otherwise, seed: 5 }));
    expect(few.missing).toEqual([`${few.answers} answers to CES of the 200 it takes`]);
    expect(few.gain).toBeNull();
    const { answered, all } = worldOf({ customers: 300, truth: otherwise, seed: 6 });
    const turned = refitWeights(measures, {
      answered: answered.map((one) => ({ ...one, hard: 6 - one.hard })),
      all,
      seed: 1,
    });
    expect(turned.missing).toEqual(['what customers say does not grow with the effort that was observed']);
    expect(refitWeights(measures, { answered: [], all: [], seed: 1 }).missing).toEqual([
      '0 answers to CES of the 200 it takes',
      'no signal occurred in 10 answered cases',
    ]);
  });

  it('do not depend on the order answers come in', () => {
    const history = worldOf({ customers: 250, truth: otherwise, seed: 7 });
    const turned = { ...history, answered: history.answered.toReversed(), all: history.all.toReversed() };
    expect(refitWeights(measures, turned)).toEqual(refitWeights(measures, history));
  });

  it('are judged by customers they were not fitted to: whoever has the same trouble ten times is one customer', () => {
    let offered = 0;
    for (let seed = 30; seed < 40; seed++) {
      const { answered } = worldOf({ customers: 40, truth: published, seed, occurring: signals });
      const random = createRandom(seed);
      const owners = [...Map.groupBy(answered, ({ customer }) => customer).values()].flatMap(([first]) => first ?? []);
      const again = owners.flatMap((one) => {
        const hard = Math.max(0, Math.min(6, one.hard + Math.round(5 * (random() - 0.5))));
        return Array.from({ length: 10 }, () => ({ ...one, hard }));
      });
      const history = { answered: again, all: again.map(({ counts }) => counts), seed: 1 };
      offered += Number(refitWeights(measures, history).missing.length === 0);
    }
    expect(offered).toBeLessThanOrEqual(1);
  });
});

function medianBurden(all: readonly Counts[], weights: Readonly<Record<string, number>>): number {
  const burdens = all.map((counts) => {
    return felt.reduce((sum, signal) => {
      const { cap } = measures.effort.signals[signal];
      return sum + (weights[signal] ?? 0) * Math.min(counts[signal] ?? 0, cap);
    }, 0);
  });
  const sorted = burdens.toSorted((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2;
}
