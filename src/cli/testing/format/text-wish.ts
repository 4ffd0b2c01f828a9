import type { TextWish } from '../test.ts';

/**
 * A text that must be said as it stands (white space aside), or a pattern in slashes, as `/order \d+/i`, that must be found.
 *
 * @returns the fault of a pattern that is none
 */
export function textWish(source: string): TextWish | { readonly fault: string } {
  const [, pattern, flags] = /^\/(.+)\/([a-z]*)$/s.exec(source) ?? [];
  if (pattern === undefined && source.startsWith('/')) return { fault: cut };
  if (pattern === undefined) return { source, matches: (text) => squeezed(text) === squeezed(source) };
  try {
    const compiled = new RegExp(pattern, flags?.replace('g', ''));
    return { source, matches: (text) => compiled.test(text) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

const cut =
  "it begins with a slash and does not end with one (in [ ] and { } a comma ends an unquoted text: put it in 'quotes')";

export function isWish(wish: TextWish | { readonly fault: string }): wish is TextWish {
  return 'matches' in wish;
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
