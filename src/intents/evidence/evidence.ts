/**
 * How much single words, and two words side by side, tell of each intent by themselves: what a message of one or two known words is held against.
 *
 * Feature f (numbered as in the vocabulary, from `first`) tells `shares[n] / 255` of class `classes[n]`, for n from `starts[f]` up to `starts[f + 1]`.
 *
 * @property shares share (0-1, in steps of 1/255) of phrases with the feature that are of the class, each class weighing the same; less where there are few
 * @property wholes shares of classes by short phrases as a whole, each given by the numbers of its stems
 * @property against classes that a phrase is a counter-example of, given likewise: it is never taken for them
 */
export type Evidence = {
  readonly first: number;
  readonly starts: Uint32Array;
  readonly classes: Uint8Array | Uint16Array;
  readonly shares: Uint8Array;
  readonly wholes: ReadonlyMap<string, readonly Share[]>;
  readonly against: ReadonlyMap<string, readonly number[]>;
};

export type Share = readonly [classOf: number, share: number];

/** Messages of more known words are not held against it: together they tell more than each alone. */
export const mostWeakWords = 2;

/** Evidence of which a score need not be lowered. */
const enough = 0.8;

/** What a score is multiplied by under evidence of 0-1. */
export function trustFor(evidence: number): number {
  return Math.min(1, evidence / enough);
}
