import { describe, expect, it } from 'vitest';
import { areaUnderCurve } from '../../../src/intents/evaluation/area-under-curve.ts';
import { calibrationError } from '../../../src/intents/evaluation/calibration-error.ts';
import { crossValidate } from '../../../src/intents/evaluation/cross-validate.ts';
import { evaluate } from '../../../src/intents/evaluation/evaluate.ts';
import type { Prediction } from '../../../src/intents/evaluation/prediction.ts';
import { scoresOf } from '../../../src/intents/evaluation/scores-of.ts';
import { tuneOn } from '../../../src/intents/evaluation/tune-on.ts';
import { trainModel } from '../../../src/intents/model/train-model.ts';
import { smallBot } from '../small-bot.ts';

const said = (gold: string, intent: string | null, score: number): Prediction => ({
  text: '',
  gold,
  intent,
  score,
  accepted: score >= 0.5,
  candidates: [],
  micros: 0,
});

describe('scoresOf', () => {
  const scores = scoresOf([
    said('a', 'a', 0.9),
    said('a', 'a', 0.3),
    said('a', 'b', 0.8),
    said('b', 'b', 0.7),
    said('oos', 'b', 0.6),
    said('oos', 'a', 0.2),
    said('oos', null, 0),
  ]);

  it('counts what was right in scope, with and without threshold', () => {
    expect(scores).toMatchObject({ rows: 7, inScopeRows: 4, oosRows: 3, accuracy: 3 / 4, accuracyAtThreshold: 2 / 4 });
  });

  it('means F1 over the true intents', () => {
    expect(scores.macroF1).toBeCloseTo((4 / 5 + 2 / 3) / 2, 12);
  });

  it('counts what was rejected out of scope, and what was rejected wrongly', () => {
    expect(scores.oosRecall).toBeCloseTo(2 / 3, 12);
    expect(scores.oosPrecision).toBeCloseTo(2 / 3, 12);
    expect(scores.auroc).toBeCloseTo(11 / 12, 12);
  });

  it('has no value where nothing was measured', () => {
    expect(scoresOf([])).toMatchObject({
      accuracy: null,
      macroF1: null,
      oosRecall: null,
      oosPrecision: null,
      auroc: null,
      ece: null,
    });
    expect(scoresOf([said('a', 'a', 0.9)])).toMatchObject({ oosRecall: null, oosPrecision: null, auroc: null });
  });
});

describe('areaUnderCurve', () => {
  it.each([
    [[3, 4], [1, 2], 1],
    [[1, 2], [3, 4], 0],
    [[1, 1], [1, 1], 0.5],
    [[1, 3], [2], 0.5],
  ])('of %j over %j is %d', (higher, lower, area) => {
    expect(areaUnderCurve(higher, lower)).toBe(area);
  });
});

describe('calibrationError', () => {
  it('weighs the gap of each bin by its answers', () => {
    const half = [0.5, 0.5, 0.5, 0.5].map((score, i) => ({ score, isRight: i < 2 }));
    const sure = [1, 1].map((score) => ({ score, isRight: false }));
    expect(calibrationError([...half, ...sure])).toBeCloseTo(2 / 6, 12);
  });
});

describe('crossValidate', () => {
  const { predictions, scores } = crossValidate(smallBot, { folds: 4, seed: 2 });

  it('predicts each phrase once, in their order, by a model that has not seen it', () => {
    expect(predictions.map(({ text }) => text)).toEqual(smallBot.map(({ text }) => text));
    expect(scores.accuracy).toBeGreaterThan(0.6);
    expect(scores.accuracy).toBeLessThan(evaluate(trainModel(smallBot), smallBot).scores.accuracy ?? 0);
  });

  it('gives the same for the same seed', () => {
    expect(crossValidate(smallBot, { folds: 4, seed: 2 }).predictions).toEqual(predictions);
  });

  it('does not judge counter-examples and the only phrase of an intent', () => {
    const more = [
      ...smallBot,
      { text: 'alone', intent: 'lonely' },
      { text: 'how refunds work', intent: 'refund.request', counter: true },
    ];
    const texts = crossValidate(more, { folds: 2 }).predictions.map(({ text }) => text);
    expect(texts).toEqual(smallBot.map(({ text }) => text));
  });
});

describe('a threshold chosen on labelled texts', () => {
  const short = ['order', 'refund', 'password', 'agent', 'person', 'parcel status', 'login', 'delivery'];
  const intents = ['order.status', 'refund.request', 'account.password', 'human.request', 'human.request'];
  const rows = [
    ...smallBot.map(({ text, intent }) => ({ text: `hello, ${text}`, intent })),
    ...short.map((text, n) => ({ text, intent: intents[n] ?? (n === 6 ? 'account.password' : 'order.status') })),
  ];

  it('loses no more of them than it may, the short ones among them, of which the classifier is less sure', () => {
    const tuned = tuneOn(trainModel(smallBot), rows);
    const { scores } = evaluate(tuned, rows);
    expect(tuned.threshold).toBeGreaterThan(0.2);
    expect(scores.accuracyAtThreshold).toBe(scores.accuracy);
  });

  it('is not moved by texts out of scope, and stays where no intent is known', () => {
    const model = trainModel(smallBot);
    const outside = { text: 'refund', intent: 'oos' };
    expect(tuneOn(model, [...rows, outside]).threshold).toBe(tuneOn(model, rows).threshold);
    expect(tuneOn(model, [{ text: 'sing', intent: 'music' }])).toBe(model);
  });
});
