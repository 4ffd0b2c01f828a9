import type { Evidence } from '../evidence/evidence.ts';
import type { Vocabulary } from '../features/vocabulary.ts';
import type { Meaning } from '../meaning/meaning.ts';
import type { NaturalModel } from '../natural/natural-model.ts';
import type { PackedWeights } from './pack-weights.ts';

/** A trained classifier as plain data. */
export type Model = LinearModel | NaturalModel;

/** Classifiers that a bot may choose. */
export const classifierNames = ['touchpoint', 'natural-bayes'] as const;
export type ClassifierName = (typeof classifierNames)[number];

/**
 * A trained classifier of our own as plain data: it can be cloned to another thread and written to a file.
 *
 * @property id hash of everything below: the same training gives the same id
 * @property classes intents in the order of the weights; `oos`, where it is one, is a class like the others
 * @property weights one row for each row of the vocabulary
 * @property evidence what messages of a word or two are held against
 * @property sharpness what logits are multiplied by before they become probabilities: 1 / temperature
 * @property threshold least probability at which the best intent is accepted
 * @property meaning what is added for texts whose vector is known, where the bot has a provider of embeddings
 */
export type LinearModel = {
  readonly id: string;
  readonly learner: 'softmax' | 'one-vs-rest' | 'both';
  readonly classes: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly evidence: Evidence;
  readonly weights: PackedWeights;
  readonly bias: Float32Array;
  readonly sharpness: number;
  readonly threshold: number;
  readonly meaning?: Meaning;
};
