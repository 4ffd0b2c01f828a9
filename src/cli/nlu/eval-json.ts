/** The figures of `nlu eval` as JSON: contract `nlu-eval/1`. */
import { serialize } from 'node:v8';
import { confusionsOf } from '../../intents/evaluation/confusions-of.ts';
import { intentScores } from '../../intents/evaluation/intent-scores.ts';
import type { Prediction } from '../../intents/evaluation/prediction.ts';
import { outOfScope } from '../../intents/example.ts';
import { quantile } from '../../measurement/statistics/quantile.ts';
import type { Judged } from './judge.ts';

export function evalJson({ locale, model, train, validation, test, seconds, evaluation }: Judged): string {
  const { predictions, scores } = evaluation;
  const inScope = predictions.filter(({ gold }) => gold !== outOfScope);
  const micros = predictions.map((prediction) => prediction.micros).sort((a, b) => a - b);
  return JSON.stringify({
    schema: 'nlu-eval/1',
    locale,
    classifier: 'touchpoint',
    model: { id: model.id, bytes: serialize(model).length, intents: intentsOf(model.classes) },
    train: { rows: train.length, seconds },
    threshold: { value: model.threshold, chosenOn: validation.length > 0 ? 'validation' : 'cross-validation' },
    result: {
      kind: test ? 'test' : 'cross-validation',
      ...scores,
      p50Micros: quantile(micros, 0.5),
      p99Micros: quantile(micros, 0.99),
    },
    intents: intentScores(inScope).map(({ intent, n, precision, recall, f1 }) => ({
      intent,
      n,
      precision,
      recall,
      f1,
    })),
    confusions: confusionsOf(predictions),
  });
}

/** One row of `--predictions`. */
export function predictionJson({ text, gold, intent, score, accepted, micros, candidates }: Prediction): string {
  return JSON.stringify({ text, gold, intent, score, accepted, micros, candidates });
}

function intentsOf(classes: readonly string[]): number {
  return classes.filter((name) => name !== outOfScope).length;
}
