/** Brings texts to one spelling of letters, so that casing, curly apostrophes and missing diacritics do not matter. */

const nonAscii = /[^\x00-\x7f]/;
const apostrophes = /[\u2018\u2019\u02bc\u00b4`]/g;
/** accents of Latin, Greek and Cyrillic; the marks of Indic scripts and of Japanese change the letter and stay */
const accents = /[\u0300-\u036f]/g;

/** Lower case, straight apostrophes, no accents: `CAFÉ’s` becomes `cafe's`. The length may change. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  if (!nonAscii.test(lower)) return lower.includes('`') ? lower.replace(apostrophes, "'") : lower;
  return lower.replace(apostrophes, "'").normalize('NFD').replace(accents, '').normalize('NFC');
}
