import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/measurement/statistics/create-random.ts';
import { type Asked, propensity } from '../../../../src/measurement/statistics/survey/propensity.ts';

function people(
  stratum: string,
  counts: { readonly content: number; readonly not: number; readonly silent: number },
): readonly Asked[] {
  const of = (n: number, answer: boolean | null) => (n === 0 ? [] : [{ stratum, answer, n }]);
  return [...of(counts.content, true), ...of(counts.not, false), ...of(counts.silent, null)];
}

describe('propensity weights', () => {
  it('are those Lohr publishes for five classes by age', () => {
    const classes = [
      [303, 187],
      [330, 281],
      [270, 244],
      [293, 281],
      [305, 305],
    ] as const;
    for (const [wanted] of classes.entries()) {
      const all = classes.flatMap(([asked, answered], index) =>
        people(`${index}`, {
          content: index === wanted ? answered : 0,
          not: index === wanted ? 0 : answered,
          silent: asked - answered,
        }),
      );
      const [asked = 0, answered = 0] = classes[wanted] ?? [];
      const { share = 0, raw = 0 } = propensity(all);
      const factor = (share / raw) * (1501 / 1298);
      expect(factor).toBeCloseTo(asked / answered, 6);
      expect(factor).toBeCloseTo([1.622, 1.173, 1.11, 1.04, 1][wanted] ?? 0, 1);
    }
  });

  it('mend what the hard cases’ silence hides, and say how little the answers are worth', () => {
    const asked = [
      ...people('easy', { content: 80, not: 20, silent: 0 }),
      ...people('hard', { content: 5, not: 20, silent: 75 }),
    ];
    const found = propensity(asked);
    expect(found.raw).toBeCloseTo(0.68, 6);
    expect(found.share).toBeCloseTo(0.5, 6);
    expect(found.effectiveN).toBeLessThan(found.answered);
    expect(found.effectiveN).toBeCloseTo(200 ** 2 / (100 + 25 * 16), 6);
    expect(found.bound).toEqual({ low: 85 / 200, high: 160 / 200 });
  });

  it('are cut where one would speak for a crowd', () => {
    const asked = [
      ...people('many', { content: 0, not: 99, silent: 0 }),
      ...people('rare', { content: 1, not: 0, silent: 899 }),
    ];
    const { share = 0 } = propensity(asked);
    expect(share).toBeLessThan(0.4);
    expect(share).toBeGreaterThan(0.01);
  });

  it('say who cannot be spoken for, and nothing of nothing', () => {
    expect(
      propensity([
        ...people('a', { content: 3, not: 1, silent: 0 }),
        ...people('b', { content: 0, not: 0, silent: 7 }),
      ]),
    ).toMatchObject({
      silentStrata: 7,
      asked: 11,
      answered: 4,
    });
    expect(propensity([])).toMatchObject({
      asked: 0,
      raw: undefined,
      share: undefined,
      bound: undefined,
      interval: undefined,
    });
    expect(propensity(people('a', { content: 0, not: 0, silent: 2 }))).toMatchObject({
      share: undefined,
      bound: { low: 0, high: 1 },
    });
  });

  it.each([30, 300, 3000])('cover the truth in 93 to 97 of 100 surveys of %i answers, where raw shares do not', (n) => {
    const random = createRandom(n);
    const surveys = n > 1000 ? 700 : 2500;
    let [covered, rawError] = [0, 0];
    for (let s = 0; s < surveys; s++) {
      const { interval, raw = 0 } = propensity(survey(random, n));
      if (interval && interval.low <= 0.55 && interval.high >= 0.55) covered++;
      rawError += (raw - 0.55) / surveys;
    }
    expect(covered / surveys).toBeGreaterThanOrEqual(0.93);
    expect(covered / surveys).toBeLessThanOrEqual(0.97);
    expect(rawError).toBeGreaterThan(0.03);
  });
});

/** People of two kinds are asked until `n` have answered; the discontented answer half as often. */
function survey(random: () => number, n: number): readonly Asked[] {
  const asked: Asked[] = [];
  for (let answered = 0; answered < n; ) {
    const { stratum, answers, content } = random() < 0.5 ? hard : easy;
    const isAnswering = random() < answers;
    asked.push({ stratum, answer: isAnswering ? random() < content : null, n: 1 });
    if (isAnswering) answered++;
  }
  return asked;
}

const hard = { stratum: 'hard', answers: 0.3, content: 0.4 };
const easy = { stratum: 'easy', answers: 0.6, content: 0.7 };
