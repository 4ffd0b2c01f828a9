import { characterGrams } from '../words/character-grams.ts';
import { stemmerOf } from '../words/stemmer-of.ts';
import { tokenise } from '../words/tokenise.ts';
import { type FeatureSpace, isOfOneWord } from './feature-space.ts';
import type { FeatureGroup } from './recipe.ts';

/**
 * One word of a text in the numbers of a feature space.
 *
 * @property stem -1 where unknown
 * @property isWord it has a letter or digit, as signs of money and `?` have not
 * @property features for each group of the recipe what the word brings by itself; -1 for each unknown feature
 */
export type ReadWord = {
  readonly stem: number;
  readonly isWord: boolean;
  readonly features: readonly Int32Array[];
};

/** words kept at hand; a real vocabulary of a language in use is smaller, so this only bounds memory */
const cachedWords = 20_000;
/** characters of a word that are cut into n-grams */
const longestWord = 200;

/** Reads texts word by word. Each word is stemmed and cut into n-grams once and then remembered: that makes classification fast. */
export function createWordReader(space: FeatureSpace): (text: string) => readonly ReadWord[] {
  const cache = new Map<string, ReadWord>();
  const read = createSingleWordReader(space);
  const remember = (word: string) => {
    if (cache.size >= cachedWords) cache.clear();
    const fresh = read(word);
    cache.set(word, fresh);
    return fresh;
  };
  return (text) => tokenise(text, space.locale).map((word) => cache.get(word) ?? remember(word));
}

function createSingleWordReader(space: FeatureSpace): (word: string) => ReadWord {
  const stemmer = stemmerOf(space.locale);
  return (word) => {
    const stem = stemmer(word);
    const features = space.recipe.groups.map((group, index) =>
      Int32Array.from(keysOf({ group, word, stem, grams: space.recipe.grams }), (key) => space.featureAt(index, key)),
    );
    return { stem: space.stemAt(stem), isWord: /[\p{L}\p{N}]/u.test(word), features };
  };
}

type WordKeys = {
  readonly group: FeatureGroup;
  readonly word: string;
  readonly stem: string;
  readonly grams: readonly [number, number];
};

function keysOf({ group, word, stem, grams }: WordKeys): readonly string[] {
  if (!isOfOneWord(group.kind)) return [];
  if (group.kind === 'gram') return characterGrams(word.slice(0, longestWord), ...grams);
  return [group.kind === 'word' ? word : stem];
}
