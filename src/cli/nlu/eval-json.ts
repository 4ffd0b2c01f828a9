/** The figures of `nlu eval` as JSON: contract `nlu-eval/1`. */
import { serialize } from 'node:v8';
import { confusionsOf } from '../../intents/evaluation/confusions-of.ts';
import { fewPhrases } from '../../intents/evaluation/findings/few-phrases.ts';
import { overlapsOf } from '../../intents/evaluation/findings/overlaps-of.ts';
import { worstOf } from '../../intents/evaluation/findings/worst-of.ts';
import { type IntentScores, intentScores } from '../../intents/evaluation/intent-scores.ts';
import type { Prediction } from '../../intents/evaluation/prediction.ts';
import { outOfScope } from '../../intents/example.ts';
import { quantile } from '../../measurement/statistics/quantile.ts';
import { wilson } from '../../measurement/statistics/wilson.ts';
import type { Judged } from './judge.ts';

export function evalJson({ locale, classifier, model, train, validation, test, seconds, evaluation }: Judged): string {
  const { predictions, scores } = evaluation;
  const inScope = predictions.filter(({ gold }) => gold !== outOfScope);
  const micros = predictions.map((prediction) => prediction.micros).sort((a, b) => a - b);
  return JSON.stringify({
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
    intents: intentScores(inScope).map(intentJson),
    confusions: confusionsOf(predictions),
    worst: worstOf(predictions).map(({ text, gold, intent, score }) => ({ text, gold, intent, score })),
    overlaps: overlapsOf(train, locale),
    fewPhrases: fewPhrases(train),
  });
}

/** Intervals are those of Wilson, 95 %; `null` where there is no share. */
function intentJson({ intent, n, predicted, precision, recall, f1 }: IntentScores) {
  const intervals = { precision: interval(precision, predicted), recall: interval(recall, n) };
  return { intent, n, precision, recall, f1, intervals };
}

function interval(share: number | null, n: number): readonly [number, number] | null {
  if (share === null) return null;
  const { low, high } = wilson(share, n);
  return [low, high];
}

/** One row of `--predictions`. */
export function predictionJson({ text, gold, intent, score, accepted, micros, candidates }: Prediction): string {
  return JSON.stringify({ text, gold, intent, score, accepted, micros, candidates });
}

function intentsOf(classes: readonly string[]): number {
  return classes.filter((name) => name !== outOfScope).length;
}
