import type { ReadWord } from './create-word-reader.ts';
import { type FeatureSpace, isOfOneWord, pairKey } from './feature-space.ts';

/** different stems of a text that are paired with each other: bounds the pairs of a long text at 435 */
const pairedStems = 30;

/** Calls `visit` with the number of each feature of one group that the words hold, repeats included, -1 for each unknown one. */
export function eachFeature(
  words: readonly ReadWord[],
  place: { readonly space: FeatureSpace; readonly group: number },
  visit: (feature: number) => void,
): void {
  const kind = place.space.recipe.groups[place.group]?.kind ?? 'stem';
  if (isOfOneWord(kind)) eachOfWords(words, place.group, visit);
  else if (kind === 'adjacent') eachAdjacent(words, place, visit);
  else eachPair(words, place, visit);
}

function eachOfWords(words: readonly ReadWord[], group: number, visit: (feature: number) => void): void {
  for (const word of words) {
    const features = word.features[group];
    if (features) for (let i = 0; i < features.length; i++) visit(features[i] ?? -1);
  }
}

function eachAdjacent(
  words: readonly ReadWord[],
  { space, group }: { readonly space: FeatureSpace; readonly group: number },
  visit: (feature: number) => void,
): void {
  for (let i = 1; i < words.length; i++) {
    const a = words[i - 1]?.stem ?? -1;
    const b = words[i]?.stem ?? -1;
    visit(a < 0 || b < 0 ? -1 : space.featureAt(group, pairKey(a, b)));
  }
}

function eachPair(
  words: readonly ReadWord[],
  { space, group }: { readonly space: FeatureSpace; readonly group: number },
  visit: (feature: number) => void,
): void {
  const stems = differentStems(words);
  for (let i = 0; i < stems.length; i++) {
    for (let j = i + 1; j < stems.length; j++) visit(space.featureAt(group, pairKey(stems[i] ?? 0, stems[j] ?? 0)));
  }
}

/** In ascending order. */
function differentStems(words: readonly ReadWord[]): readonly number[] {
  const stems: number[] = [];
  for (const { stem } of words) if (stem >= 0 && !stems.includes(stem)) stems.push(stem);
  return stems.sort((a, b) => a - b).slice(0, pairedStems);
}
