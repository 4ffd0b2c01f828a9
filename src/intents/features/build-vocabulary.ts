import { createWordReader } from './create-word-reader.ts';
import { eachFeature } from './each-feature.ts';
import type { FeatureKey, FeatureSpace } from './feature-space.ts';
import type { Recipe } from './recipe.ts';
import type { Vocabulary } from './vocabulary.ts';

/** flattens the weight of rarity: 0.7 beat 1 (the usual idf) and 0 on every set tried */
const rarityPower = 0.7;

/** Every feature of one group met so far, with the number of texts it stands in. */
type Growing = { readonly numbers: Map<FeatureKey, number>; readonly documents: number[]; readonly last: number[] };

/**
 * Collects the features of the training texts.
 *
 * Rarity of a feature in df of N texts: (ln((1 + N) / (1 + df)) + 1)^0.7.
 */
export function buildVocabulary(
  texts: readonly string[],
  { locale, recipe }: { readonly locale: string; readonly recipe: Recipe },
): Vocabulary {
  const stems = new Map<string, number>();
  const groups = recipe.groups.map((): Growing => ({ numbers: new Map(), documents: [], last: [] }));
  const space: FeatureSpace = {
    locale,
    recipe,
    stemAt: (stem) => numberOf(stems, stem),
    featureAt: (group, key) => grow(groups[group], key),
  };
  countDocuments(texts, space, groups);
  return finish({ locale, recipe, stems: [...stems.keys()], groups, texts: texts.length });
}

function countDocuments(texts: readonly string[], space: FeatureSpace, groups: readonly Growing[]): void {
  const read = createWordReader(space);
  for (const [text, words] of texts.map(read).entries()) {
    for (const [group, growing] of groups.entries()) {
      eachFeature(words, { space, group }, (feature) => count(growing, feature, text));
    }
  }
}

function count(growing: Growing, feature: number, text: number): void {
  if (growing.last[feature] === text) return;
  growing.last[feature] = text;
  growing.documents[feature] = (growing.documents[feature] ?? 0) + 1;
}

function grow(growing: Growing | undefined, key: FeatureKey): number {
  if (!growing) return -1;
  const known = growing.numbers.get(key);
  if (known !== undefined) return known;
  growing.documents.push(0);
  growing.last.push(-1);
  return numberOf(growing.numbers, key);
}

function numberOf<K>(numbers: Map<K, number>, key: K): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

type Counted = {
  readonly locale: string;
  readonly recipe: Recipe;
  readonly stems: readonly string[];
  readonly groups: readonly Growing[];
  readonly texts: number;
};

function finish({ locale, recipe, stems, groups, texts }: Counted): Vocabulary {
  const rarity = (documents: number) => (Math.log((1 + texts) / (1 + documents)) + 1) ** rarityPower;
  const rarities: number[] = [];
  const keys = groups.map(({ numbers, documents }, index) => {
    const enough = recipe.groups[index]?.minDocuments ?? 1;
    const kept: FeatureKey[] = [];
    for (const [key, feature] of numbers) {
      const count = documents[feature] ?? 0;
      if (count < enough) continue;
      kept.push(key);
      rarities.push(rarity(count));
    }
    return kept;
  });
  const row = new Uint32Array(rarities.length).map((_, feature) => feature);
  return { locale, recipe, stems, keys, idf: new Float32Array(rarities), row, rows: row.length, unknownIdf: rarity(0) };
}
