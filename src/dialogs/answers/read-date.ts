/** Reads a day that is written out in full. What needs a calendar or a clock ("next Friday") is found by the entity finders instead. */
import { foldText } from '../../languages/fold-text.ts';
import { languageOf, regionOf } from '../../languages/language-of.ts';
import type { AnswerRules } from './rules/answer-rules.ts';
import { english } from './rules/english.ts';
import { rulesOf } from './rules/rules-of.ts';

/** @returns the day as `2025-03-04`; `undefined` when there is none, more than one, or when day and month could be exchanged */
export function readDate(text: string, locale: string): string | undefined {
  const plain = foldText(text.slice(0, 400), locale);
  const found = new Set([...yearFirst(plain), ...written(plain, rulesOf(locale)), ...numeric(plain, locale)]);
  return found.size === 1 ? [...found][0] : undefined;
}

type Day = string | undefined;

function yearFirst(text: string): readonly Day[] {
  const matches = text.matchAll(/(?<![\d./-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[./-]\d)/g);
  return Array.from(matches, ([, year, , month, dayOfMonth]) => day(year, month, dayOfMonth));
}

/** 3 March 2025, and where it is said so March 3 2025. A word that is no month makes no date. */
function written(text: string, rules: AnswerRules): readonly Day[] {
  const links = `(?:[\\s./-]|(?:${rules.dateLinks})(?![a-z]))*`;
  const dayFirst = new RegExp(`(?<![\\d.,/-])(\\d{1,2})${links}([a-z]{3,})\\.?,?${links}(\\d{4})(?!\\d)`, 'g');
  const monthFirst = new RegExp(
    `(?<![a-z])([a-z]{3,})\\.?\\s+(\\d{1,2})${links},?${links}(?<!\\d)(\\d{4})(?!\\d)`,
    'g',
  );
  const found = [
    ...Array.from(text.matchAll(dayFirst), ([, dayOfMonth, name, year]) => ({ dayOfMonth, name, year })),
    ...Array.from(text.matchAll(monthFirst), ([, name, dayOfMonth, year]) => ({ dayOfMonth, name, year })),
  ];
  return found
    .map(({ dayOfMonth, name, year }) => ({ dayOfMonth, year, month: monthOf(name ?? '', rules) }))
    .filter(({ month }) => month > 0)
    .map(({ dayOfMonth, year, month }) => day(year, String(month), dayOfMonth));
}

/** 0 for a word that is no month of the language nor of English. */
function monthOf(name: string, { months }: AnswerRules): number {
  const own = months.findIndex((month) => month.test(name));
  return (own >= 0 ? own : english.months.findIndex((month) => month.test(name))) + 1;
}

function numeric(text: string, locale: string): readonly Day[] {
  const matches = text.matchAll(/(?<![\d./-])(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4})(?!\d)/g);
  return Array.from(matches, ([, first = '', mark, second = '', year]) => {
    if (first === second) return day(year, first, second);
    const order = mark === '.' ? 'day' : orderOf(Number(first), Number(second), locale);
    return order && (order === 'day' ? day(year, second, first) : day(year, first, second));
  });
}

/** Languages in which the day stands before the month wherever they are spoken, but for the regions named. */
const dayFirstLanguages = new Set('de es fr it nl pt pl cs sk da nb no fi ru uk ro bg tr hr el'.split(' '));
const otherRegions = new Set('es-PA es-PR es-US fr-CA'.split(' '));
const dayFirstEnglish = new Set('GB IE AU NZ IN SG HK MT PK KE NG GH'.split(' '));

function orderOf(first: number, second: number, locale: string): 'day' | 'month' | undefined {
  if (first > 12 || second > 12) return first > 12 ? 'day' : 'month';
  const [language, region] = [languageOf(locale), regionOf(locale)];
  if (language === 'en') return region === 'US' ? 'month' : dayFirstEnglish.has(region) ? 'day' : undefined;
  return dayFirstLanguages.has(language) && !otherRegions.has(`${language}-${region}`) ? 'day' : undefined;
}

function day(year = '', monthNumber = '', dayOfMonth = ''): Day {
  const text = `${year}-${monthNumber.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}
