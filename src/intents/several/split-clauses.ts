/** Where a message may begin to speak of something else: behind a sentence or a comma, and at words such as "and". */
import { languageOf } from '../../languages/language-of.ts';

/** Part of a message, without the words that join it to others; offsets count UTF-16 units, the end is exclusive. */
export type Clause = { readonly start: number; readonly end: number };

type Boundaries = { readonly atCommas: RegExp; readonly elsewhere: RegExp };

/** By words between two wishes, which are those of a language. */
const english = boundariesBy('and also|and then|and|also|then|plus|but');
const boundaries: Readonly<Record<string, Boundaries>> = {
  en: english,
  de: boundariesBy('und außerdem|und auch|und dann|und|außerdem|dann|sowie|aber'),
  es: boundariesBy('y además|y también|y luego|y|e|además|también|luego|pero'),
  fr: boundariesBy('et aussi|et puis|et|aussi|puis|ensuite|mais'),
  it: boundariesBy('e anche|e poi|e|ed|anche|poi|inoltre|ma'),
  nl: boundariesBy('en ook|en dan|en|ook|dan|daarnaast|maar'),
  pt: boundariesBy('e também|e depois|e|também|depois|além disso|mas'),
};

/**
 * @param atCommas also where a comma alone parts it, as it often does within one wish
 * @returns the whole text where nothing parts it; none for a text without a letter or digit
 */
export function splitClauses(text: string, locale: string, atCommas: boolean): readonly Clause[] {
  const { [languageOf(locale)]: known = english } = boundaries;
  const clauses: Clause[] = [];
  let start = 0;
  for (const { 0: found, index } of text.matchAll(atCommas ? known.atCommas : known.elsewhere)) {
    clauses.push({ start, end: index });
    start = index + found.length;
  }
  return [...clauses, { start, end: text.length }].map((one) => trimmed(text, one)).filter((one) => says(text, one));
}

function boundariesBy(words: string): Boundaries {
  return { atCommas: boundary(words, ',\\s+|'), elsewhere: boundary(words, '') };
}

function boundary(words: string, comma: string): RegExp {
  return new RegExp(`(?:(?<=[.!?;…])\\s+|\\n|${comma}[,\\s]\\s*(?=(?:${words})\\s))(?:(?:${words})\\s+)?`, 'giu');
}

function trimmed(text: string, { start, end }: Clause): Clause {
  const part = text.slice(start, end);
  const from = start + (part.length - part.trimStart().length);
  return { start: from, end: Math.max(from, start + part.trimEnd().length) };
}

function says(text: string, { start, end }: Clause): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(start, end));
}
