import { createTally, type Vector } from './create-tally.ts';
import { createWordReader } from './create-word-reader.ts';
import { eachFeature } from './each-feature.ts';
import { fixedSpace } from './feature-space.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Turns texts into vectors over a vocabulary. The vector belongs to the returned function and is valid until its next call.
 */
export function createVectoriser(vocabulary: Vocabulary): (text: string) => Vector {
  const space = fixedSpace(vocabulary);
  const read = createWordReader(space);
  const tally = createTally(vocabulary);
  return (text) => {
    const words = read(text);
    for (let group = 0; group < vocabulary.recipe.groups.length; group++) {
      eachFeature(words, { space, group }, tally.add);
      tally.closeGroup(vocabulary.recipe.groups[group]?.weight ?? 1);
    }
    const vector = tally.finish();
    vector.words = words;
    return vector;
  };
}
