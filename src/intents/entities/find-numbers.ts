import type { Entity } from '../../events/understood.ts';
import { findAll } from './find-all.ts';
import { numeral, parseNumber } from './parse-number.ts';

const number = new RegExp(
  `(?<![\\p{L}\\p{N}]|[\\p{N}][.,:/-])(?:(?<=^|\\s)[-−+])?(?:${numeral})(?![\\p{L}\\p{N}]|[.,:/-]\\p{N})`,
  'gu',
);

/** Numbers in digits that can be held exactly; not the parts of dates and times such as 2025-03-04 and 14:30. */
export function findNumbers(text: string, locale: string): readonly Entity[] {
  return findAll(text, { type: 'number', expression: number }, ([written]) => {
    const value = parseNumber(written.replace(/^[-−+]/, ''), locale);
    if (value > Number.MAX_SAFE_INTEGER) return undefined;
    return { value: /^[-−]/.test(written) ? -value : value };
  });
}
