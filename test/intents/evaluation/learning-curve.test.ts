import { describe, expect, it } from 'vitest';
import { calibrationBins } from '../../../src/intents/evaluation/calibration-bins.ts';
import { evaluate } from '../../../src/intents/evaluation/evaluate.ts';
import { learningCurve } from '../../../src/intents/evaluation/learning-curve.ts';
import type { Prediction } from '../../../src/intents/evaluation/prediction.ts';
import type { Example } from '../../../src/intents/example.ts';
import { trainModel } from '../../../src/intents/model/train-model.ts';
import { smallBot } from '../small-bot.ts';

describe('a learning curve', () => {
  it('goes from a quarter of the phrases of each intent to all of them, judged on the same texts', () => {
    const curve = learningCurve({ examples: smallBot, options: {}, test: undefined });
    expect(curve.map(({ share, n }) => [share, n])).toEqual([
      [0.25, 32],
      [0.5, 32],
      [0.75, 32],
      [1, 32],
    ]);
    expect(curve.map(({ phrases }) => phrases)).toEqual(curve.map(({ phrases }) => phrases).toSorted((a, b) => a - b));
    expect(curve.at(-1)?.phrases).toBeCloseTo(6.4);
    expect(curve[0]?.right).toBeLessThan(curve.at(-1)?.right ?? 0);
  });

  it('ends on a test set where the model of all phrases does', () => {
    const test = smallBot.map(({ text, intent }) => ({ text: `${text} now please`, intent }));
    const outside: Example = { text: 'how deep is the ocean', intent: 'oos' };
    const curve = learningCurve({ examples: smallBot, options: {}, test: [...test, outside] });
    expect(curve.at(-1)).toMatchObject({ share: 1, phrases: 8, n: 32 });
    expect(curve.at(-1)?.right).toBe(evaluate(trainModel(smallBot), test).scores.accuracy);
    expect(curve[0]?.phrases).toBe(2);
  });

  it('is empty where nothing can be judged', () => {
    expect(learningCurve({ examples: [], options: {}, test: undefined })).toEqual([]);
    const one: Example = { text: 'cancel it', intent: 'cancel' };
    expect(learningCurve({ examples: [one], options: {}, test: undefined })).toEqual([]);
  });
});

describe('bins of scores', () => {
  const said = (gold: string, intent: string | null, score: number): Prediction => ({
    text: '',
    gold,
    intent,
    score,
    accepted: true,
    candidates: [],
    micros: 1,
  });

  it('hold texts in scope by their score, with mean score and share understood', () => {
    const bins = calibrationBins([
      said('a', 'a', 1),
      said('a', 'b', 0.9),
      said('a', 'a', 0.55),
      said('a', null, 0),
      said('oos', 'a', 0.95),
    ]);
    expect(bins).toEqual([
      { from: 0, to: 0.1, n: 1, score: 0, right: 0 },
      { from: 0.5, to: 0.6, n: 1, score: 0.55, right: 1 },
      { from: 0.9, to: 1, n: 2, score: 0.95, right: 0.5 },
    ]);
    expect(calibrationBins([])).toEqual([]);
  });
});
