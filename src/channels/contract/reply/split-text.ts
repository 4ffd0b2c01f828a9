/**
 * Cuts a text that is longer than a channel's messages: between paragraphs, else lines, sentences, words; never within a letter (grapheme cluster: an
 * emoji of several parts, a letter with its accents), unless one alone is longer than a message.
 */

/** Where a text is best cut, best first. What follows must be no mark that belongs to the letter before. */
const ends = [/\n\s*\n(?!\p{M})/gu, /\n(?!\p{M})/gu, /[.!?…。！？؟]["”’»)\]]?\s(?!\p{M})/gu, /\s(?!\p{M})/gu];

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * @param most longest part, in UTF-16 units
 * @returns the parts in order, without the white space between them; none for a blank text
 */
export function splitText(text: string, most: number): readonly string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const end = cutOf(rest, most);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === '' ? parts : [...parts, rest];
}

function cutOf(text: string, most: number): number {
  for (const end of ends) {
    const cut = lastEnd(text, end, most);
    if (cut > most / 2) return cut;
  }
  return lastGrapheme(text, most);
}

/** The white space at an end may stand beyond the limit: it is not sent. */
function lastEnd(text: string, end: RegExp, most: number): number {
  let last = 0;
  for (const found of text.slice(0, most + 1).matchAll(end)) {
    const cut = found.index + found[0].length;
    if (text.slice(0, cut).trimEnd().length <= most) last = cut;
  }
  return last;
}

/** Segments are read a little beyond the limit, so that one that crosses it is seen whole. */
function lastGrapheme(text: string, most: number): number {
  let last = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, most + 256))) {
    if (index + segment.length > most) break;
    last = index + segment.length;
  }
  return last > 0 ? last : wholeCharacters(text, most);
}

/** A letter longer than a message, as vandals make them: cut between code points. */
function wholeCharacters(text: string, most: number): number {
  const isSplit = /[\uD800-\uDBFF]/.test(text.charAt(most - 1));
  return Math.max(1, isSplit ? most - 1 : most);
}
