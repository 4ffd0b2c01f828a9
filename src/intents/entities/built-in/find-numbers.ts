import type { Entity } from '../../../events/understood.ts';
import type { SpokenNumber } from '../../../languages/numbers/find-number-words.ts';
import { numeral, parseNumber, spacedNumeral, writesSpaces } from '../../../languages/numbers/parse-number.ts';
import { findAll } from '../find-all.ts';

const [plain, spaced] = [numeral, spacedNumeral].map(
  (form) =>
    new RegExp(
      `(?<![\\p{L}\\p{N}]|[\\p{N}][.,:/-])(?:(?<=^|\\s)[-−+])?(?:${form})(?![\\p{L}\\p{N}]|[.,:/-]\\p{N})`,
      'gu',
    ),
);

/** How numbers are written, and those that the text says in words. */
export type Numbers = { readonly locale: string; readonly spoken: readonly SpokenNumber[] };

/**
 * Numbers in digits that can be held exactly, and in words; not the parts of dates and times such as 2025-03-04 and 14:30, nor words such as "one"
 * and "una" that mostly count nothing.
 */
export function findNumbers(text: string, { locale, spoken }: Numbers): readonly Entity[] {
  return [...inDigits(text, locale), ...inWords(spoken, text)];
}

function inDigits(text: string, locale: string): readonly Entity[] {
  if (!/\d/.test(text)) return [];
  const expression = writesSpaces(locale) ? spaced : plain;
  if (!expression) return [];
  return findAll(text, { type: 'number', expression }, ([written]) => {
    const value = parseNumber(written.replace(/^[-−+]/, ''), locale);
    if (value > Number.MAX_SAFE_INTEGER) return undefined;
    return { value: /^[-−]/.test(written) ? -value : value };
  });
}

function inWords(spoken: readonly SpokenNumber[], text: string): readonly Entity[] {
  return spoken
    .filter(({ isVague }) => !isVague)
    .map(({ start, end, value }) => ({ type: 'number', text: text.slice(start, end), start, end, value }));
}
