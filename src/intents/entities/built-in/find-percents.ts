import type { Entity } from '../../../events/understood.ts';
import { numeral, parseNumber } from '../../../languages/numbers/parse-number.ts';
import { findAll } from '../find-all.ts';
import type { Numbers } from './find-numbers.ts';

const unit = '%|percent|per cent|prozent|por ?ciento|pour ?cent|per ?cento|procent|por ?cento';
const percent = new RegExp(`(?<![\\p{L}\\p{N}.,])(?<number>${numeral})\\s?(?:${unit})(?!\\p{L})`, 'giu');
const behind = new RegExp(`^\\s(?:${unit})(?!\\p{L})`, 'iu');

/** Parts of a hundred, in digits or words: `{ percent: 20 }`. */
export function findPercents(text: string, { locale, spoken }: Numbers): readonly Entity[] {
  return [...inDigits(text, locale), ...inWords(text, spoken)];
}

function inDigits(text: string, locale: string): readonly Entity[] {
  if (!/\d/.test(text)) return [];
  return findAll(text, { type: 'percent', expression: percent }, ({ groups }) => ({
    value: { percent: parseNumber(groups?.['number'] ?? '', locale) },
  }));
}

function inWords(text: string, spoken: Numbers['spoken']): readonly Entity[] {
  return spoken.flatMap(({ value, start, end }) => {
    const said = behind.exec(text.slice(end, end + 20))?.[0];
    if (said === undefined) return [];
    const whole = end + said.length;
    return [{ type: 'percent', text: text.slice(start, whole), start, end: whole, value: { percent: value } }];
  });
}
