import { centred } from './centred.ts';
import type { Meaning, Vector } from './meaning.ts';

/** The logits of a text's words with those of its vector added, in an array of its own; `undefined` for a vector of another width than was learned. */
export type AddMeaning = (logits: Float64Array, vector: Vector) => Float64Array | undefined;

/** Makes a classifier over vectors ready to score. */
export function createAddMeaning({ mean, linear: { weights, bias } }: Pick<Meaning, 'mean' | 'linear'>): AddMeaning {
  const classes = bias.length;
  return (logits, vector) => {
    if (vector.length !== mean.length) return undefined;
    const out = logits.map((logit, k) => logit + (bias[k] ?? 0));
    for (const [r, value] of centred(vector, mean).entries()) {
      for (let k = 0; k < classes; k++) out[k] = (out[k] ?? 0) + value * (weights[r * classes + k] ?? 0);
    }
    return out;
  };
}
