import { createVectoriser } from '../features/create-vectoriser.ts';
import type { Model } from './model.ts';

/**
 * Gives the logits of a text, one a class, before the temperature. The array is overwritten by the next call; `undefined` for a text that shares no
 * feature with any training phrase.
 */
export type Score = (text: string) => Float64Array | undefined;

/** Makes a model ready to score. */
export function createScorer({ vocabulary, weights, bias }: Model): Score {
  const vectorise = createVectoriser(vocabulary);
  const classes = bias.length;
  const out = new Float64Array(classes);
  return (text) => {
    const { count, rows, values } = vectorise(text);
    if (count === 0) return undefined;
    out.set(bias);
    for (let j = 0; j < count; j++) {
      const value = values[j] ?? 0;
      const base = (rows[j] ?? 0) * classes;
      for (let k = 0; k < classes; k++) out[k] = (out[k] ?? 0) + value * (weights[base + k] ?? 0);
    }
    return out;
  };
}
