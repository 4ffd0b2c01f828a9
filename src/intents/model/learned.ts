import { type Linear, scoreRow, type Task } from '../training/linear.ts';

/**
 * What a learner made of the training texts.
 *
 * @property logits texts × classes, of each held-out text from weights that have not learned from it; 0 for the others
 */
export type Learned = {
  readonly name: 'softmax' | 'one-vs-rest';
  readonly linear: Linear;
  readonly logits: Float32Array;
};

/** The logits of the texts of fold 0, from weights that were fitted without them. */
export function learnedApart(linear: Linear, { texts, classes }: Task, foldOf: Uint8Array): Float32Array {
  const logits = new Float32Array(texts.count * classes);
  const out = new Float64Array(classes);
  for (let i = 0; i < texts.count; i++) {
    if (foldOf[i] !== 0) continue;
    scoreRow(linear, texts, { i, out });
    logits.set(out, i * classes);
  }
  return logits;
}
