import type { ReadWord } from '../features/create-word-reader.ts';
import { fixedSpace } from '../features/feature-space.ts';
import type { Vocabulary } from '../features/vocabulary.ts';
import { evidenceOf } from './count-evidence.ts';
import { type Evidence, mostWeakWords } from './evidence.ts';
import { knownStems, wholeKey } from './short-words.ts';

/** What the words of a message speak for each class (0-1); `undefined` where they are none that are known, or more than are held against it. */
export type Weigh = (words: readonly ReadWord[]) => Float64Array | undefined;

const steps = 255;

/** Each word, pair and whole speaks for itself: 1 - Π (1 - share), the chance that at least one of them is right. */
export function createWeigh(evidence: Evidence, vocabulary: Vocabulary, classes: number): Weigh {
  const place = { first: evidence.first, space: fixedSpace(vocabulary) };
  return (words) => {
    const known = knownStems(words).length;
    if (known === 0 || known > mostWeakWords) return undefined;
    const missing = new Float64Array(classes).fill(1);
    const tell = (k: number, share: number) => {
      missing[k] = (missing[k] ?? 1) * (1 - share / steps);
    };
    for (const feature of evidenceOf(words, place)) eachShare(evidence, feature, tell);
    for (const [k, share] of evidence.wholes.get(wholeKey(words) ?? '') ?? []) tell(k, share);
    return missing.map((part) => 1 - part);
  };
}

function eachShare({ starts, classes, shares }: Evidence, feature: number, tell: (k: number, share: number) => void) {
  const end = starts[feature + 1] ?? 0;
  for (let n = starts[feature] ?? end; n < end; n++) tell(classes[n] ?? 0, shares[n] ?? 0);
}
