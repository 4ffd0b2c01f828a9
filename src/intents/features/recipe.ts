/**
 * Which features a text is described by. Each group is scaled to its own length and then weighted, so that many character n-grams do not drown
 * few words. The values were found on held-out parts of the training sets of BANKING77 and CLINC150.
 */
export type FeatureKind = 'word' | 'stem' | 'adjacent' | 'pair' | 'gram';

/**
 * @property kind `adjacent`: two stems side by side, in order; `pair`: any two different stems of the text; `gram`: characters inside a word
 * @property minDocuments training phrases a feature must stand in to be kept
 */
export type FeatureGroup = {
  readonly kind: FeatureKind;
  readonly weight: number;
  readonly minDocuments: number;
};

export type Recipe = {
  readonly name: 'few-shot' | 'full';
  readonly groups: readonly FeatureGroup[];
  /** shortest and longest character n-gram */
  readonly grams: readonly [number, number];
};

/** For few phrases an intent: nothing seen is thrown away, and short n-grams share strength between forms of a word. */
export const fewShotRecipe: Recipe = {
  name: 'few-shot',
  groups: [
    { kind: 'stem', weight: 0.7, minDocuments: 1 },
    { kind: 'adjacent', weight: 0.5, minDocuments: 1 },
    { kind: 'gram', weight: 0.9, minDocuments: 1 },
    { kind: 'pair', weight: 0.4, minDocuments: 1 },
  ],
  grams: [2, 5],
};

/** For 25 and more phrases an intent. */
export const fullRecipe: Recipe = {
  name: 'full',
  groups: [
    { kind: 'word', weight: 0.5, minDocuments: 1 },
    { kind: 'stem', weight: 0.5, minDocuments: 1 },
    { kind: 'adjacent', weight: 0.5, minDocuments: 1 },
    { kind: 'pair', weight: 0.5, minDocuments: 2 },
    { kind: 'gram', weight: 0.8, minDocuments: 2 },
  ],
  grams: [3, 5],
};
