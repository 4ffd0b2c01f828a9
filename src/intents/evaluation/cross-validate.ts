import type { Example } from '../example.ts';
import { type TrainOptions, trainModel } from '../model/train-model.ts';
import { foldOf } from '../training/fold-of.ts';
import { type Evaluation, evaluate, type Stopwatch } from './evaluate.ts';
import type { Prediction } from './prediction.ts';
import { scoresOf } from './scores-of.ts';

/**
 * @property folds 5 when left out; at least 2
 * @property watch times each text alone
 */
export type CrossValidation = TrainOptions & { readonly folds?: number; readonly watch?: Stopwatch };

/**
 * Judges the examples on themselves: each fold is predicted by a model trained on the others, with threshold and temperature chosen without it. The
 * only phrase of an intent is always trained on and not judged, as are counter-examples.
 */
export function crossValidate(examples: readonly Example[], options: CrossValidation = {}): Evaluation {
  const { folds = 5, watch, ...training } = options;
  const watching = { ...(watch ? { watch } : {}), vectors: training.vectors };
  const dealt = foldOf(targetsOf(examples), { folds, seed: training.seed ?? 1 });
  const predictions = new Map<number, Prediction>();
  for (let fold = 0; fold < folds; fold++) {
    const judged = [...examples.keys()].filter((i) => dealt[i] === fold);
    if (judged.length === 0) continue;
    const model = trainModel(
      examples.filter((_, i) => dealt[i] !== fold),
      training,
    );
    const judgedRows = judged.flatMap((i) => examples[i] ?? []);
    for (const [n, prediction] of evaluate(model, judgedRows, watching).predictions.entries())
      predictions.set(judged[n] ?? 0, prediction);
  }
  const inOrder = [...predictions].sort(([a], [b]) => a - b).map(([, prediction]) => prediction);
  return { predictions: inOrder, scores: scoresOf(inOrder) };
}

function targetsOf(examples: readonly Example[]): Int32Array {
  const numbers = new Map<string, number>();
  for (const { intent } of examples) if (!numbers.has(intent)) numbers.set(intent, numbers.size);
  return Int32Array.from(examples, ({ intent, counter }) => (counter ? -1 : (numbers.get(intent) ?? 0)));
}
