import type { Entity } from '../../../events/understood.ts';
import { findOrdinalWords } from '../../../languages/dates/find-ordinal-words.ts';

/** Places in a row, in figures or words, as numbers: "2nd", "zweite", "3º". */
export function findOrdinals(text: string, locale: string): readonly Entity[] {
  return findOrdinalWords(text, locale).map(({ value, start, end }) => ({
    type: 'ordinal',
    text: text.slice(start, end),
    start,
    end,
    value,
  }));
}
