import type { Example } from '../example.ts';
import { createClassifier } from '../model/create-classifier.ts';
import type { Model } from '../model/model.ts';
import type { Prediction } from './prediction.ts';
import { type Scores, scoresOf } from './scores-of.ts';

export type Evaluation = { readonly predictions: readonly Prediction[]; readonly scores: Scores };

/** Judges a model on labelled texts, in their order. Counter-examples are left out: they have no right answer. */
export function evaluate(model: Model, rows: readonly Example[]): Evaluation {
  const classify = createClassifier(model);
  const predictions = rows
    .filter(({ counter }) => !counter)
    .map(({ text, intent: gold }): Prediction => {
      const { candidates, accepted } = classify(text);
      const best = candidates[0];
      return { text, gold, intent: best?.intent ?? null, score: best?.score ?? 0, accepted: accepted !== null };
    });
  return { predictions, scores: scoresOf(predictions) };
}
