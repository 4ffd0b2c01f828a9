import type { Entity } from '../../events/understood.ts';
import { findAll } from './find-all.ts';
import { numeral, parseNumber } from './parse-number.ts';

const signs: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['$', 'USD'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₺', 'TRY'],
]);

const words: ReadonlyMap<string, string> = new Map([
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['dollar', 'USD'],
  ['dollars', 'USD'],
  ['bucks', 'USD'],
  ['pound', 'GBP'],
  ['pounds', 'GBP'],
  ['quid', 'GBP'],
  ['yen', 'JPY'],
  ...['eur', 'usd', 'gbp', 'jpy', 'chf', 'sek', 'nok', 'dkk', 'pln', 'inr', 'try', 'cad', 'aud'].map(
    (code): [string, string] => [code, code.toUpperCase()],
  ),
]);

const sign = `[${[...signs.keys()].join('')}]`;
const word = [...words.keys()].join('|');
const code = [...words.values()].join('|');
const money = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(?:(?<before>${sign}|(?:${code})(?= ?\\d)) ?(?<first>${numeral})|(?<second>${numeral}) ?(?<after>${sign}|(?:${word})(?!\\p{L})))(?![\\p{N}])`,
  'giu',
);

/** Amounts with a currency before or behind: `{ amount, currency }`, the currency as ISO 4217. `$` is the US dollar. */
export function findMoney(text: string, locale: string): readonly Entity[] {
  return findAll(text, { type: 'money', expression: money }, ({ groups }) => {
    const written = (groups?.['before'] ?? groups?.['after'] ?? '').toLowerCase();
    const amount = parseNumber(groups?.['first'] ?? groups?.['second'] ?? '', locale);
    return { value: { amount, currency: signs.get(written) ?? words.get(written) ?? null } };
  });
}
