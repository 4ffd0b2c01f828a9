import type { Entity } from '../../../events/understood.ts';
import { findOrdinalsIn } from '../../../languages/dates/find-ordinal-words.ts';
import type { Words } from '../../../languages/dates/reading/said.ts';

/** Places in a row, in figures or words, as numbers: "2nd", "zweite", "3º". */
export function findOrdinals(words: Words): readonly Entity[] {
  const { text } = words;
  return findOrdinalsIn(words).map(({ value, start, end }) => ({
    type: 'ordinal',
    text: text.slice(start, end),
    start,
    end,
    value,
  }));
}
