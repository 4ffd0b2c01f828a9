/** Brings texts to one spelling of letters, so that casing, curly apostrophes and missing diacritics do not matter. */

const nonAscii = /[^\x00-\x7f]/;
const apostrophes = /[\u2018\u2019\u02bc\u00b4`]/g;
/** accents of Latin, Greek and Cyrillic; the marks of Indic scripts and of Japanese change the letter and stay */
const accents = /[\u0300-\u036f]/g;
const joined = /[ßæœøłđ]/g;
const apart: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd' };
/** `ue` behind a vowel or q is no umlaut: neue, Bauer, quer */
const writtenOut = /[ao]e|[^aeiouyq]ue|^ue/g;

/**
 * Lower case, straight apostrophes, no accents: `CAFÉ’s` becomes `cafe's`, `Straße` `strasse`. The length may change.
 *
 * In German an umlaut and its two letters are one: `Größe`, `Groesse` and `Grosse` all become `grosse`. Some other words lose an e by that
 * (`aktuell`), which does no harm where both sides of a comparison are folded.
 *
 * @param locale BCP 47 tag of the text's language; only `de` differs from the others
 */
export function foldText(text: string, locale = ''): string {
  const plain = withoutAccents(text.toLowerCase());
  return isGerman(locale) ? plain.replace(writtenOut, (letters) => letters.slice(0, -1)) : plain;
}

function withoutAccents(lower: string): string {
  if (!nonAscii.test(lower)) return lower.includes('`') ? lower.replace(apostrophes, "'") : lower;
  return lower
    .replace(apostrophes, "'")
    .normalize('NFD')
    .replace(accents, '')
    .normalize('NFC')
    .replace(joined, (letter) => apart[letter] ?? letter);
}

function isGerman(locale: string): boolean {
  return locale.startsWith('de') && (locale.length === 2 || locale[2] === '-');
}
