import type { Entity } from '../../events/understood.ts';
import { foldText } from '../../languages/fold-text.ts';
import type { SpokenNumber } from '../../languages/numbers/find-number-words.ts';
import { numeral, parseNumber } from '../../languages/numbers/parse-number.ts';
import { findAll } from './find-all.ts';
import type { Numbers } from './find-numbers.ts';

const signs: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['$', 'USD'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₺', 'TRY'],
]);

/** Folded; in English, German, Spanish, French, Italian, Dutch and Portuguese, where they do not mean something else as well. */
const words: ReadonlyMap<string, string> = new Map([
  ...['euro', 'euros'].map((word): [string, string] => [word, 'EUR']),
  ...['dollar', 'dollars', 'bucks', 'dolar', 'dolares', 'dollaro', 'dollari'].map((word): [string, string] => [
    word,
    'USD',
  ]),
  ...['pound', 'pounds', 'quid', 'pfund', 'libra', 'libras'].map((word): [string, string] => [word, 'GBP']),
  ['franken', 'CHF'],
  ...['yen', 'yenes'].map((word): [string, string] => [word, 'JPY']),
  ...['eur', 'usd', 'gbp', 'jpy', 'chf', 'sek', 'nok', 'dkk', 'pln', 'inr', 'try', 'cad', 'aud'].map(
    (code): [string, string] => [code, code.toUpperCase()],
  ),
]);

const sign = `[${[...signs.keys()].join('')}]`;
const word = [...words.keys()].join('|').replaceAll('dolar', 'd[oó]lar');
const code = [...words.values()].join('|');
/** `20,-` stands for 20.00 */
const money = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(?:(?<before>${sign}|(?:${code})(?= ?\\d)) ?(?<first>${numeral})|(?<second>${numeral})(?:,[-–]{1,2})? ?(?<after>${sign}|(?:${word})(?!\\p{L})))(?![\\p{N}])`,
  'giu',
);

/** Amounts with a currency before or behind, in digits or in words: `{ amount, currency }`, the currency as ISO 4217. `$` is the US dollar. */
export function findMoney(text: string, { locale, spoken }: Numbers): readonly Entity[] {
  return [...inDigits(text, locale), ...inWords(text, spoken)];
}

function inDigits(text: string, locale: string): readonly Entity[] {
  if (!/\d/.test(text)) return [];
  return findAll(text, { type: 'money', expression: money }, ({ groups }) => {
    const written = groups?.['before'] ?? groups?.['after'] ?? '';
    const amount = parseNumber(groups?.['first'] ?? groups?.['second'] ?? '', locale);
    return { value: { amount, currency: currencyOf(written) } };
  });
}

const behind = new RegExp(`^ (?:${word}|${sign})(?!\\p{L})`, 'iu');

function inWords(text: string, spoken: readonly SpokenNumber[]): readonly Entity[] {
  return spoken.flatMap(({ value, start, end }) => {
    const unit = behind.exec(text.slice(end, end + 20))?.[0];
    if (unit === undefined) return [];
    const whole = text.slice(start, end + unit.length);
    const meant = { amount: value, currency: currencyOf(unit.trim()) };
    return [{ type: 'money', text: whole, start, end: start + whole.length, value: meant }];
  });
}

function currencyOf(written: string): string | null {
  const folded = foldText(written);
  return signs.get(folded) ?? words.get(folded) ?? null;
}
