import { type Bayes, restoreBayes } from './bayes.ts';
import type { NaturalModel } from './natural-model.ts';

/**
 * Logarithms of the likelihoods of the classes; the array is overwritten by the next call. `undefined` for a text without any word that is known, and for one
 * so long that `natural` has no number left for how unlikely it is.
 */
export type LikelihoodsOf = (text: string) => Float64Array | undefined;

/** Makes a model ready to score. */
export function createNaturalScorer({ state, locale, classes }: NaturalModel): LikelihoodsOf {
  return classes.length === 0 ? () => undefined : likelihoodsOf(restoreBayes(state, locale), classes.length);
}

/** @param classes how many there are; their labels are their numbers */
export function likelihoodsOf({ classifier, wordsOf }: Bayes, classes: number): LikelihoodsOf {
  const out = new Float64Array(classes);
  return (text) => {
    const words = wordsOf(text);
    if (!words.some((word) => Object.hasOwn(classifier.features, word))) return undefined;
    const found = classifier.getClassifications(words);
    if ((found[0]?.value ?? 0) === 0) return undefined;
    for (const { label, value } of found) out[Number(label)] = Math.log(Math.max(value, Number.MIN_VALUE));
    return out;
  };
}
