import type { FeatureKind, Recipe } from './recipe.ts';
import type { Vocabulary } from './vocabulary.ts';

export type FeatureKey = string | number;

/**
 * Where features have their numbers: fixed by a vocabulary, or growing while one is built.
 *
 * `stemAt` and `featureAt` give -1 for what is not known.
 */
export type FeatureSpace = {
  readonly locale: string;
  readonly recipe: Recipe;
  stemAt(stem: string): number;
  featureAt(group: number, key: FeatureKey): number;
};

const stemSpan = 2 ** 20;

/** The key of two stems, given by their numbers (below 2^20). */
export function pairKey(a: number, b: number): number {
  return a * stemSpan + b;
}

/** Whether features of this kind belong to one word, so that they can be found once a word. */
export function isOfOneWord(kind: FeatureKind): boolean {
  return kind === 'word' || kind === 'stem' || kind === 'gram';
}

/** The space of a finished vocabulary: unknown stems and features stay unknown. */
export function fixedSpace(vocabulary: Vocabulary): FeatureSpace {
  const stems = new Map(vocabulary.stems.map((stem, index) => [stem, index]));
  let next = 0;
  const groups = vocabulary.keys.map((keys) => {
    const numbers = new Map<FeatureKey, number>();
    for (const key of keys) numbers.set(key, next++);
    return numbers;
  });
  return {
    locale: vocabulary.locale,
    recipe: vocabulary.recipe,
    stemAt: (stem) => stems.get(stem) ?? -1,
    featureAt: (group, key) => groups[group]?.get(key) ?? -1,
  };
}
