import type { Linear } from '../training/linear.ts';

/** What a text means to a model of embeddings: a vector, always of the same width for one model. */
export type Vector = Float32Array;

/**
 * A second linear classifier, over vectors, whose logits are added to those of the words.
 *
 * @property id of the model that is made of both
 * @property mean of the vectors learned from; it is taken off a vector, which is then scaled to length 1
 * @property linear times the share that it has in the sum
 * @property sharpness of the sum
 * @property threshold for the sum
 */
export type Meaning = {
  readonly id: string;
  readonly mean: Vector;
  readonly linear: Linear;
  readonly sharpness: number;
  readonly threshold: number;
};
