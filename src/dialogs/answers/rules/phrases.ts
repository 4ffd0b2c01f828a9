/** Lists of phrases as expressions. A phrase is parted from the next by a comma or a line, and may use `?`, `*`, `+`, `|` and brackets. */
import { foldText } from '../../../languages/fold-text.ts';

/** A text that begins with a phrase, the longest there is. */
export function beginning(phrases: string, locale = ''): RegExp {
  return new RegExp(`^(?:${anyOf(phrases, locale)})(?![a-z0-9])`);
}

/** A text that is a phrase and nothing else. */
export function whole(phrases: string, locale = ''): RegExp {
  return new RegExp(`^(?:${anyOf(phrases, locale)})$`);
}

/** Phrases at the beginning with something behind them. */
export function leading(phrases: string, locale = ''): RegExp {
  return new RegExp(`^(?:(?:${anyOf(phrases, locale)}) )+(?=\\S)`);
}

/** A text that holds one of the phrases, or begins with one of the openings. */
export function holding(phrases: string, openings: string, locale = ''): RegExp {
  return new RegExp(`\\b(?:${anyOf(phrases, locale)})(?![a-z0-9])|^(?:${anyOf(openings, locale)})(?![a-z0-9])`);
}

/** The longer phrase first, so that "claro que no" is not taken for "claro". */
function anyOf(phrases: string, locale: string): string {
  return listed(phrases, locale)
    .toSorted((a, b) => b.length - a.length)
    .join('|');
}

function listed(phrases: string, locale: string): readonly string[] {
  return foldText(phrases, locale)
    .split(/,\s*|\n\s*/)
    .map((phrase) => phrase.trim())
    .filter(Boolean);
}
