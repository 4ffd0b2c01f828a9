import { languageOf, regionOf } from '../language-of.ts';

/** Digits as people write them, in any notation: groups of three divided by `.` `,` `'` or a hard space, and a decimal point or comma. */
export const numeral = "\\d{1,3}(?:[.,'’\\u00a0\\u202f]\\d{3}){1,6}(?:[.,]\\d{1,15})?|\\d{1,15}(?:[.,]\\d{1,15})?";

/** As `numeral`, with spaces between groups too, as `writesSpaces` says where. */
export const spacedNumeral = `\\d{1,3}(?: \\d{3}){1,4}(?:[.,]\\d{1,15})?|${numeral}`;

const spaceLanguages = new Set('fr pl cs sk sv nb no da fi ru uk bg'.split(' '));

/** Whether a language divides groups of three by spaces: 1 234,5. */
export function writesSpaces(locale: string): boolean {
  return spaceLanguages.has(languageOf(locale));
}

/** languages that write 1,234.5; the others write 1.234,5 */
const pointLanguages = new Set(['en', 'zh', 'ja', 'ko', 'he', 'th', 'hi']);

/** regions that write as English does in a language whose other regions do not (CLDR 47) */
const pointRegions: Readonly<Record<string, string>> = {
  de: 'CH LI',
  it: 'CH',
  es: '419 BZ CU DO GT HN MX NI PA PE PR SV US',
};

/**
 * The value of digits that fit `numeral`. Two kinds of separators, or one kind several times, speak for themselves; a single one before exactly three
 * digits is read as the locale writes it: `1.234` is 1.234 in `en` and 1234 in `de`.
 */
export function parseNumber(digits: string, locale: string): number {
  const tight = digits.replace(/['’\s]/g, '');
  const mark = decimalMark(tight, locale);
  const at = mark === undefined ? -1 : tight.lastIndexOf(mark);
  if (at < 0) return Number(tight.replace(/[.,]/g, ''));
  return Number(`${tight.slice(0, at).replace(/[.,]/g, '')}.${tight.slice(at + 1)}`);
}

/** @returns `undefined` where every separator divides groups */
function decimalMark(tight: string, locale: string): string | undefined {
  const marks = tight.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  if (last === undefined) return undefined;
  if (new Set(marks).size === 2) return last;
  if (marks.length > 1) return undefined;
  const isGroup = /^[1-9]\d{0,2}[.,]\d{3}$/.test(tight);
  return isGroup && last !== (writesPoint(locale) ? '.' : ',') ? undefined : last;
}

function writesPoint(locale: string): boolean {
  const language = languageOf(locale);
  return pointLanguages.has(language) || (pointRegions[language]?.split(' ').includes(regionOf(locale)) ?? false);
}
