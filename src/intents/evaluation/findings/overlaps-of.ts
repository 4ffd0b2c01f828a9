import { type Example, outOfScope } from '../../example.ts';
import { stemmerOf } from '../../words/stemmer-of.ts';
import { tokenise } from '../../words/tokenise.ts';

/** Phrases of several intents that say the same words, in whatever order and form: no classifier can tell them apart. */
export type Overlap = { readonly phrases: readonly { readonly intent: string; readonly text: string }[] };

/** Every overlap between intents, in the order of the phrases; counter-examples and phrases out of scope overlap with nothing. */
export function overlapsOf(examples: readonly Example[], locale: string): readonly Overlap[] {
  const stem = stemmerOf(locale);
  const wordsOf = (text: string) =>
    [...new Set(tokenise(text, locale).filter(isWord).map(stem))].sort((a, b) => (a < b ? -1 : 1)).join(' ');
  const counted = examples.filter(({ intent, counter }) => !counter && intent !== outOfScope);
  return [...Map.groupBy(counted, ({ text }) => wordsOf(text))].flatMap(([words, phrases]) => {
    const isShared = words !== '' && new Set(phrases.map(({ intent }) => intent)).size > 1;
    return isShared ? [{ phrases: phrases.map(({ intent, text }) => ({ intent, text })) }] : [];
  });
}

function isWord(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token);
}
