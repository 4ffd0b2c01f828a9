import type { SparseRows } from '../features/sparse-rows.ts';

/**
 * A linear classifier: logit of class k for a vector x is bias[k] + Σ x[r] · weights[r · K + k], K = `bias.length`.
 */
export type Linear = { readonly weights: Float32Array; readonly bias: Float32Array };

/**
 * What a learner is given.
 *
 * @property targets class of each text; `-1 - k` for a counter-example: any class but k
 */
export type Task = { readonly texts: SparseRows; readonly targets: Int32Array; readonly classes: number };

/**
 * What a learner gives: the classifier of all texts, and on demand the logits of each text from a classifier that has not learned from its fold.
 *
 * @property heldOut takes the fold of each text (255: always learned from, logits stay 0) and gives texts × classes
 */
export type Fitted = { readonly linear: Linear; readonly heldOut: (foldOf: Uint8Array, folds: number) => Float32Array };

export type Learner = (task: Task, seed: number) => Fitted;

/** Writes the logits of one text into `out`. */
export function scoreRow(
  { weights, bias }: Linear,
  texts: SparseRows,
  { i, out }: { readonly i: number; readonly out: Float64Array },
): void {
  const classes = bias.length;
  const { starts, columns, values } = texts;
  for (let k = 0; k < classes; k++) out[k] = bias[k] ?? 0;
  const end = starts[i + 1] ?? 0;
  for (let j = starts[i] ?? 0; j < end; j++) {
    const value = values[j] ?? 0;
    const base = (columns[j] ?? 0) * classes;
    for (let k = 0; k < classes; k++) out[k] = (out[k] ?? 0) + value * (weights[base + k] ?? 0);
  }
}
