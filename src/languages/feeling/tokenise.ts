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
    if (isWord.test(found)) {
      const isLoud = !isAllLoud && found.length > 1 && found === found.toUpperCase() && found !== found.toLowerCase();
      tokens.push({ word: foldText(found, locale), isLoud, isFirst });
    } else if (isPicture.test(found)) tokens.push({ word: found, isLoud: false, isFirst });
    isFirst = !isWord.test(found) && !isPicture.test(found);
  }
  return tokens;
}
