/**
 * Words of a message, for counting and comparing: runs of letters and digits, apostrophes inside, lower case, accents folded.
 */
const word = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;

/** @returns an empty list for a text without letters or digits */
export function tokensOf(text: string): readonly string[] {
  return fold(text.slice(0, longest)).match(word) ?? [];
}

/** Longer messages are compared by their beginning. */
const longest = 4000;

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('’', "'");
}
