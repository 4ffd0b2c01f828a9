import { foldText } from '../../languages/fold-text.ts';
import { findNumberWords, type SpokenNumber, tellsFraction } from '../../languages/numbers/find-number-words.ts';
import { numeral, parseNumber } from '../../languages/numbers/parse-number.ts';
import { rulesOf } from './rules/rules-of.ts';

/**
 * Reads a number in an answer: digits as the locale writes them, or words ("treinta y dos"). What is no whole number in words ("two and a half") is not
 * read at all.
 *
 * @returns `undefined` when the text holds none, or several different ones
 */
export function readNumber(text: string, locale: string): number | undefined {
  const said = text.slice(0, 400);
  if (tellsFraction(said, locale)) return undefined;
  const spoken = findNumberWords(said, locale).filter((found) => isMeant(found, said, locale));
  const found = new Set([...digitsIn(said, locale), ...spoken.map(({ value }) => value)]);
  return found.size === 1 ? [...found][0] : undefined;
}

/** Here spaces may divide groups; a unit of up to three letters may follow, but no k, which makes thousands. */
const digits = new RegExp(
  `(?<![\\p{L}\\p{N}.,])[-−+]?(?:\\d{1,3}(?: \\d{3})+(?:[.,]\\d{1,15})?|${numeral})(?![\\p{N}\\u2044]|[.,]\\d|[kK](?!\\p{L})|\\p{L}{4})`,
  'gu',
);

function digitsIn(text: string, locale: string): readonly number[] {
  return [...text.matchAll(digits)]
    .map(([written]) => {
      const value = parseNumber(written.replace(/^[-−+]/, ''), locale);
      return /^[-−]/.test(written) ? -value : value;
    })
    .filter((value) => Number.isFinite(value));
}

/** A word such as "una" is a number at the beginning of a short answer ("solo una, por favor"), or at the end of a wish ("quiero una"). */
function isMeant({ isVague, isIdiom, start, end }: SpokenNumber, text: string, locale: string): boolean {
  if (!isVague) return true;
  const [before, behind] = [wordsOf(text.slice(0, start), locale), wordsOf(text.slice(end), locale)];
  const wishes = before.filter((word) => rulesOf(locale).around.test(word)).length;
  const isShort = wishes === 0 && before.length <= 1 && before.length + behind.length <= 3;
  return !isIdiom && (isShort || (behind.length === 0 && wishes === before.length));
}

function wordsOf(text: string, locale: string): readonly string[] {
  return (
    foldText(text, locale)
      .replace(/'/g, '')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
