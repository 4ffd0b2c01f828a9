import type { ReadWord } from '../features/create-word-reader.ts';

/** Known stems of a text, each once, in order; signs are no words. */
export function knownStems(words: readonly ReadWord[]): readonly number[] {
  const stems: number[] = [];
  for (const { stem, isWord } of words) {
    if (isWord && stem >= 0 && !stems.includes(stem)) stems.push(stem);
  }
  return stems;
}

/** A text as a whole, by the numbers of its stems, each once; `undefined` where it has a word that is not known. */
export function wholeKey(words: readonly ReadWord[]): string | undefined {
  return words.some(({ stem, isWord }) => isWord && stem < 0) ? undefined : knownStems(words).join(' ');
}
