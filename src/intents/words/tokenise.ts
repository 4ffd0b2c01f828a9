import { foldText } from '../../languages/fold-text.ts';
import { expandShort } from './expand-short.ts';

/** UTF-16 units of a message that are looked at: what bounds the time of every classification and entity search. */
export const longestText = 4_000;

const tokens = /[\p{L}\p{M}\p{N}']+|[?!$£€]/gu;
const edges = /^'+|'+$/g;

/**
 * The words of a text, folded and with contractions of its language expanded; `?`, `!` and signs of money are words of their own.
 *
 * A script without spaces gives long words, whose character n-grams still tell them apart. Empty for a text without letters and digits.
 *
 * @param locale BCP 47 tag of the text's language
 */
export function tokenise(text: string, locale: string): readonly string[] {
  const words: string[] = [];
  for (const token of foldText(text.slice(0, longestText), locale).match(tokens) ?? []) {
    const bare = token.includes("'") ? token.replace(edges, '') : token;
    if (bare !== '') expandShort(bare, locale, words);
  }
  return words;
}
