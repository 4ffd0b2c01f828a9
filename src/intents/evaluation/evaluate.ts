import type { Example } from '../example.ts';
import type { Vector } from '../meaning/meaning.ts';
import { type Classify, createClassifier } from '../model/create-classifier.ts';
import type { Model } from '../model/model.ts';
import type { Prediction } from './prediction.ts';
import { type Scores, scoresOf } from './scores-of.ts';

export type Evaluation = { readonly predictions: readonly Prediction[]; readonly scores: Scores };

/** A stopwatch: milliseconds since any moment. */
export type Stopwatch = () => number;

export type Watching = { readonly watch?: Stopwatch; readonly vectors?: Vectors | undefined };

/** Nobody looks at the time. */
const noWatch: Stopwatch = () => 0;

/** Vectors by text, where there is a provider of embeddings. */
export type Vectors = ReadonlyMap<string, Vector>;

/**
 * Judges a model on labelled texts, in their order. Counter-examples are left out: they have no right answer.
 *
 * @param watch times each text alone, without asking for its vector
 */
export function evaluate(
  model: Model,
  rows: readonly Example[],
  { watch = noWatch, vectors }: Watching = {},
): Evaluation {
  const classify = createClassifier(model);
  const predictions = predict((text) => classify(text, vectors?.get(text)), rows, watch);
  return { predictions, scores: scoresOf(predictions) };
}

/** What a classifier says of labelled texts. */
function predict(classify: Classify, rows: readonly Example[], watch: Stopwatch): readonly Prediction[] {
  return rows
    .filter(({ counter }) => !counter)
    .map(({ text, intent: gold }): Prediction => {
      const began = watch();
      const { candidates, accepted } = classify(text);
      const micros = (watch() - began) * 1_000;
      const best = candidates[0];
      const [intent, score] = best ? [best.intent, best.score] : [null, 0];
      return { text, gold, intent, score, accepted: accepted !== null, candidates, micros };
    });
}
