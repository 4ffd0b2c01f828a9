/** Everything `nlu eval` knows, once: contract `nlu-eval/1`, which JSON prints and the page draws. */
import { serialize } from 'node:v8';
import { calibrationBins } from '../../intents/evaluation/calibration-bins.ts';
import { confusionsOf } from '../../intents/evaluation/confusions-of.ts';
import { fewPhrases } from '../../intents/evaluation/findings/few-phrases.ts';
import { overlapsOf } from '../../intents/evaluation/findings/overlaps-of.ts';
import { worstOf } from '../../intents/evaluation/findings/worst-of.ts';
import { type IntentScores, intentScores } from '../../intents/evaluation/intent-scores.ts';
import { outOfScope } from '../../intents/example.ts';
import { quantile } from '../../measurement/statistics/quantile.ts';
import { wilson } from '../../measurement/statistics/wilson.ts';
import type { Judged } from './judge.ts';

export type EvalFigures = ReturnType<typeof evalFigures>;

/** Intervals are those of Wilson, 95 %. `learningCurve` is `null` where it was not asked for. */
export function evalFigures(judged: Judged) {
  const { locale, classifier, model, train, validation, test, seconds, evaluation, curve } = judged;
  const { predictions, scores } = evaluation;
  const inScope = predictions.filter(({ gold }) => gold !== outOfScope);
  const micros = predictions.map((prediction) => prediction.micros).sort((a, b) => a - b);
  return {
    schema: 'nlu-eval/1',
    locale,
    classifier,
    model: { id: model.id, bytes: serialize(model).length, intents: intentsOf(model.classes) },
    train: { rows: train.length, seconds },
    threshold: { value: model.threshold, chosenOn: validation.length > 0 ? 'validation' : 'cross-validation' },
    result: {
      kind: test ? 'test' : 'cross-validation',
      ...scores,
      p50Micros: quantile(micros, 0.5),
      p99Micros: quantile(micros, 0.99),
    },
    intents: intentScores(inScope).map(intentFigures),
    confusions: confusionsOf(predictions),
    worst: worstOf(predictions).map(({ text, gold, intent, score }) => ({ text, gold, intent, score })),
    overlaps: overlapsOf(train, locale),
    fewPhrases: fewPhrases(train),
    calibration: calibrationBins(predictions).map((bin) => ({ ...bin, interval: interval(bin.right, bin.n) })),
    learningCurve: curve?.map((point) => ({ ...point, interval: interval(point.right, point.n) })) ?? null,
  };
}

export type IntentFigures = ReturnType<typeof intentFigures>;

function intentFigures({ intent, n, predicted, precision, recall, f1 }: IntentScores) {
  const intervals = {
    precision: precision === null ? null : interval(precision, predicted),
    recall: recall === null ? null : interval(recall, n),
  };
  return { intent, n, precision, recall, f1, intervals };
}

function interval(share: number, n: number): readonly [number, number] {
  const { low, high } = wilson(share, n);
  return [low, high];
}

function intentsOf(classes: readonly string[]): number {
  return classes.filter((name) => name !== outOfScope).length;
}
