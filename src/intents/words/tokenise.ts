import { expandContraction } from './expand-contraction.ts';
import { foldText } from './fold-text.ts';

/** UTF-16 units of a message that are looked at: what bounds the time of every classification and entity search. */
export const longestText = 4_000;

const tokens = /[\p{L}\p{M}\p{N}']+|[?!$£€]/gu;
const edges = /^'+|'+$/g;

/**
 * The words of a text, folded and with English contractions expanded; `?`, `!` and signs of money are words of their own.
 *
 * A script without spaces gives long words, whose character n-grams still tell them apart. Empty for a text without letters and digits.
 */
export function tokenise(text: string): readonly string[] {
  const words: string[] = [];
  for (const token of foldText(text.slice(0, longestText)).match(tokens) ?? []) {
    const bare = token.includes("'") ? token.replace(edges, '') : token;
    if (bare !== '') expandContraction(bare, words);
  }
  return words;
}
