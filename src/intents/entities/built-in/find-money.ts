import type { Entity } from '../../../events/understood.ts';
import { foldText } from '../../../languages/fold-text.ts';
import type { SpokenNumber } from '../../../languages/numbers/find-number-words.ts';
import { numeral, parseNumber, spacedNumeral, writesSpaces } from '../../../languages/numbers/parse-number.ts';
import { findAll } from '../find-all.ts';
import { centPattern, codePattern, currencyOf, currencyOfCents, signPattern, wordPattern } from './currencies.ts';
import type { Numbers } from './find-numbers.ts';

const code = `(?:${codePattern})(?= ?\\d)`;
const times =
  '(?: ?(?:k(?!\\p{L})|mio\\.?|mill?i(?:on(?:s|en|es|i)?|ón|ones)|milh(?:ão|ões)|miljoen|milion[ei]|millones|tausend|thousand|mil|mille|mila|duizend)(?: de| di| d[\u0027’])?)?';
/** `20,-` stands for 20.00; `12 Euro 50` and `12€50` for 12.50 */
const [plain, spaced] = [numeral, spacedNumeral].map(
  (form) =>
    new RegExp(
      `(?<![\\p{L}\\p{N}.,])(?:(?<before>${signPattern}|${code}) ?(?<first>${form})(?<times1>${times})|(?<second>${form})(?:,[-–]{1,2})?(?<times2>${times}) ?(?<after>${signPattern}|(?:${wordPattern})(?!\\p{L}))(?: ?(?<rest>\\d\\d)(?![\\p{N}.,:%]| ?[\\p{L}€$£]))?|(?<cents>${form}) ?(?<part>${centPattern})(?!\\p{L}))(?![\\p{N}])`,
      'giu',
    ),
);

/**
 * Amounts with a currency before or behind, in digits or in words: `{ amount, currency }`, the currency as ISO 4217; `null` where several are called so.
 * `$` is the US dollar but in regions with a dollar or peso of their own.
 */
export function findMoney(text: string, { locale, spoken }: Numbers): readonly Entity[] {
  return [...inDigits(text, locale), ...inWords(text, { locale, spoken })];
}

function inDigits(text: string, locale: string): readonly Entity[] {
  if (!/\d/.test(text)) return [];
  const expression = writesSpaces(locale) ? spaced : plain;
  if (!expression) return [];
  return joinCents(
    text,
    findAll(text, { type: 'money', expression }, ({ groups = {} }) => ({ value: amountIn(groups, locale) })),
  );
}

type Groups = { readonly [name: string]: string | undefined };

function amountIn(groups: Groups, locale: string): { readonly amount: number; readonly currency: string | null } {
  const { before, first, second, after, rest, cents, part } = groups;
  if (cents !== undefined && part !== undefined)
    return { amount: parseNumber(cents, locale) / 100, currency: currencyOfCents(foldText(part), locale) };
  const amount = parseNumber(first ?? second ?? '', locale) * timesOf(groups['times1'] || groups['times2'] || '');
  const whole = rest !== undefined && Number.isInteger(amount) ? amount + Number(rest) / 100 : amount;
  return { amount: rounded(whole), currency: currencyOf(foldText(before ?? after ?? ''), locale) };
}

function timesOf(written: string): number {
  const word = written.trim().toLowerCase();
  if (word === '') return 1;
  return /^(?:k|tausend|thousand|mil\b|mille|mila|duizend)/.test(word) && !/^mil[hij]|^mill?i/.test(word)
    ? 1_000
    : 1_000_000;
}

/** Of floating point only what was said is kept. */
function rounded(amount: number): number {
  return Math.round(amount * 1e6) / 1e6;
}

const between = /^ ?(?:,|and|und|y|et|e|en|con)? ?$/i;

/** "20 euros y 50 céntimos" is one amount. */
function joinCents(text: string, found: readonly Entity[]): readonly Entity[] {
  return found.reduce<readonly Entity[]>((joined, entity) => {
    const last = joined.at(-1);
    const both = last && together(text, last, entity);
    return both ? [...joined.slice(0, -1), both] : [...joined, entity];
  }, []);
}

function together(text: string, one: Entity, other: Entity): Entity | undefined {
  const [first, second] = [amountOf(one), amountOf(other)];
  const isCents = second.amount < 1 && new RegExp(`(?:${centPattern})$`, 'i').test(other.text);
  if (!isCents || !Number.isInteger(first.amount) || !between.test(text.slice(one.end, other.start))) return undefined;
  const value = { amount: rounded(first.amount + second.amount), currency: first.currency };
  return { type: 'money', text: text.slice(one.start, other.end), start: one.start, end: other.end, value };
}

function amountOf({ value }: Entity): { readonly amount: number; readonly currency: string | null } {
  if (typeof value !== 'object' || value === null || !('amount' in value)) return { amount: 0, currency: null };
  const { amount, currency } = value;
  return { amount: Number(amount), currency: typeof currency === 'string' ? currency : null };
}

const behind = new RegExp(`^ (?:de )?(?<unit>${wordPattern}|${signPattern})(?!\\p{L})`, 'iu');
const centsBehind = new RegExp(`^ (?<unit>${centPattern.replace(/\|p$/, '')})(?!\\p{L})`, 'iu');

function inWords(text: string, { locale, spoken }: Numbers): readonly Entity[] {
  const found = spoken.flatMap((number) => spokenAmount(text, number, locale) ?? []);
  return joinCents(text, found);
}

function spokenAmount(text: string, { value, start, end }: SpokenNumber, locale: string): Entity | undefined {
  const rest = text.slice(end, end + 20);
  const unit = behind.exec(rest);
  const cents = unit ? null : centsBehind.exec(rest);
  const found = unit ?? cents;
  if (!found) return undefined;
  const name = foldText(found.groups?.['unit'] ?? '');
  const amount = cents ? value / 100 : value;
  const whole = text.slice(start, end + found[0].length);
  const meant = { amount, currency: cents ? currencyOfCents(name, locale) : currencyOf(name, locale) };
  return { type: 'money', text: whole, start, end: start + whole.length, value: meant };
}
