/** Signs and names of currencies, and what they stand for where (ISO 4217). */
import { regionOf } from '../../../languages/language-of.ts';

const signs: ReadonlyMap<string, string> = new Map([
  ['us$', 'USD'],
  ['a$', 'AUD'],
  ['c$', 'CAD'],
  ['r$', 'BRL'],
  ['€', 'EUR'],
  ['$', 'USD'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₺', 'TRY'],
  ['zl', 'PLN'],
]);

/** Folded; in English, German, Spanish, French, Italian, Dutch and Portuguese, where they do not mean something else as well. */
const words: ReadonlyMap<string, string> = new Map(
  Object.entries({
    EUR: 'euro euros eur',
    USD: 'dollar dollars bucks dolar dolares dollaro dollari usd',
    GBP: 'pound pounds quid pfund libra libras sterlina sterline gbp pond',
    CHF: 'franken chf stutz',
    JPY: 'yen yenes jpy',
    BRL: 'real reais brl',
    INR: 'rupee rupees inr',
    CNY: 'yuan cny renminbi',
    PLN: 'zloty pln',
    TRY: 'lira try',
    CAD: 'cad',
    AUD: 'aud',
    SEK: 'sek',
    NOK: 'nok',
    DKK: 'dkk',
    MXN: 'mxn',
    CZK: 'czk',
    '': 'peso pesos kronen kronor kroner franc francs',
    CHF_: 'francs_suisses franc_suisse franchi_svizzeri francos_suizos swiss_francs schweizer_franken',
  }).flatMap(([code, names]) =>
    names.split(' ').map((name): [string, string] => [name.replace('_', ' '), code.replace('_', '')]),
  ),
);

/** Hundredths, by language; of English what they are of depends on where it is spoken. */
const hundredths: ReadonlyMap<string, string> = new Map(
  Object.entries({
    EUR: 'centime centimes centimos centimo centesimi centesimo eurocent',
    USD: 'cents',
    GBP: 'pence p',
    CHF: 'rappen',
    BRL: 'centavos centavo',
  }).flatMap(([code, names]) => names.split(' ').map((name): [string, string] => [name, code])),
);

/** A `$` is that of the region, where the region has one. */
const dollars: Readonly<Record<string, string>> = {
  AR: 'ARS',
  AU: 'AUD',
  CA: 'CAD',
  CL: 'CLP',
  CO: 'COP',
  HK: 'HKD',
  MX: 'MXN',
  NZ: 'NZD',
  SG: 'SGD',
};

/** What stands before an amount, and behind it, as parts of an expression that ignores case; words as they are written, with accents. */
export const signPattern = '(?:US|A|C|R)?\\$|[€£¥₹₺]|zł';
export const wordPattern = [...words.keys()]
  .toSorted((a, b) => b.length - a.length)
  .join('|')
  .replaceAll('dolar', 'd[oó]lar')
  .replace('zloty', 'z[lł]oty');
export const codePattern = [...new Set(words.values())].filter(Boolean).join('|');
export const centPattern = 'cents?|centimes?|c[eé]ntimos?|centesim[oi]|c[eê]ntimos?|centavos?|eurocent|rappen|pence|p';

/** @param written folded @returns `null` for one of several currencies of that name */
export function currencyOf(written: string, locale: string): string | null {
  if (written === '$') return dollars[regionOf(locale)] ?? 'USD';
  return signs.get(written) ?? (words.get(written) || null);
}

/** Of the hundredths of a currency, folded; a "cent" is that of the euro but in English. */
export function currencyOfCents(written: string, locale: string): string {
  if (written === 'cent' || written === 'cents') return locale.startsWith('en') ? 'USD' : 'EUR';
  if (written.startsWith('centavo')) return locale.startsWith('pt') ? 'BRL' : 'USD';
  return hundredths.get(written) ?? 'EUR';
}
