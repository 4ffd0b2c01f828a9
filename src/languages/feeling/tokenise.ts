import { foldText } from '../fold-text.ts';

/**
 * @property word folded
 * @property isLoud written in capitals, in a message that is not all in capitals
 * @property isFirst a new part of the sentence begins with it: no denial reaches over its edge
 */
export type Token = { readonly word: string; readonly isLoud: boolean; readonly isFirst: boolean };

const part = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\p{Extended_Pictographic}|[.,;:!?\n]/gu;
const isWord = /\p{L}/u;
const isPicture = /\p{Extended_Pictographic}/u;

/** Words of a message, in order; an emoji counts as a word that no list has. Empty where there is neither. */
export function tokenise(text: string, locale: string): readonly Token[] {
  const isAllLoud = !/\p{Ll}/u.test(text);
  const tokens: Token[] = [];
  let isFirst = true;
  for (const [found] of text.matchAll(part)) {
    const isSpoken = isWord.test(found);
    const counts = isSpoken || isPicture.test(found);
    if (counts) {
      const word = isSpoken ? foldText(found, locale) : found;
      tokens.push({ word, isLoud: isSpoken && !isAllLoud && isShouted(found), isFirst });
    }
    isFirst = !counts;
  }
  return tokens;
}

function isShouted(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}
