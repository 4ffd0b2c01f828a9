import type { Recipe } from './recipe.ts';

/**
 * The features a model knows, as plain data.
 *
 * Features are numbered through the recipe's groups in their order; within a group as listed in `keys`. A key is a word, a stem, an n-gram, or
 * for pairs the two places in `stems` as `a * stems.length + b`.
 *
 * @property idf weight of each feature for being rare
 * @property row row of the weight matrix that serves each feature; features that always occur together share one (merge-columns.ts)
 * @property unknownIdf what a feature never seen in training would weigh
 */
export type Vocabulary = {
  readonly locale: string;
  readonly recipe: Recipe;
  readonly stems: readonly string[];
  readonly keys: readonly (readonly (string | number)[])[];
  readonly idf: Float32Array;
  readonly row: Uint32Array;
  readonly rows: number;
  readonly unknownIdf: number;
};
