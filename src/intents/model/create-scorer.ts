import { createVectoriser } from '../features/create-vectoriser.ts';
import type { ReadWord } from '../features/create-word-reader.ts';
import { createNaturalScorer } from '../natural/create-natural-scorer.ts';
import type { LinearModel, Model } from './model.ts';

/**
 * Gives the logits of a text, one a class, before the temperature, and its words. The array is overwritten by the next call; `undefined` for a text that
 * shares no feature with any training phrase.
 */
export type Score = (
  text: string,
) => { readonly logits: Float64Array; readonly words: readonly ReadWord[] } | undefined;

/** Makes a model ready to score. */
export function createScorer(model: Model): Score {
  if (model.learner !== 'natural-bayes') return createLinearScorer(model);
  const score = createNaturalScorer(model);
  return (text) => {
    const logits = score(text);
    return logits && { logits, words: [] };
  };
}

function createLinearScorer({ vocabulary, weights, bias }: LinearModel): Score {
  const vectorise = createVectoriser(vocabulary);
  const { starts, classes, values, scales } = weights;
  const out = new Float64Array(bias.length);
  return (text) => {
    const vector = vectorise(text);
    if (vector.count === 0) return undefined;
    out.set(bias);
    for (let j = 0; j < vector.count; j++) {
      const row = vector.rows[j] ?? 0;
      const value = (vector.values[j] ?? 0) * (scales[row] ?? 0);
      const end = starts[row + 1] ?? 0;
      for (let n = starts[row] ?? 0; n < end; n++) {
        const k = classes[n] ?? 0;
        out[k] = (out[k] ?? 0) + value * (values[n] ?? 0);
      }
    }
    return { logits: out, words: vector.words };
  };
}
