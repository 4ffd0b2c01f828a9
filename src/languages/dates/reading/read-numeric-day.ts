/** Days in figures: 2025-03-04, 4.3.2025, 3/4/25, 2025年3月4日. */
import { languageOf, regionOf } from '../../language-of.ts';
import { type Day, dayOf, partsOf } from '../calendar/civil.ts';
import { after, endsWith, isGlued, type Said } from './said.ts';

/** @property isCounted said by its distance from today, or as a weekday */
export type ReadDay = { readonly day: Day; readonly next: number; readonly isCounted?: boolean };

const forms: readonly { readonly form: RegExp; read(found: RegExpExecArray, said: Said): Day | undefined }[] = [
  {
    form: /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[./-]\d)/y,
    read: ([, year, , month, day]) => dayIn(year, month, day),
  },
  { form: /(\d{4})年(\d{1,2})月(\d{1,2})日/y, read: ([, year, month, day]) => dayIn(year, month, day) },
  {
    form: /(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4})(?!\d|[./-]\d)/y,
    read: ([, first, mark, second, year], said) => inOrder({ first, second, mark, year: Number(year) }, said),
  },
  {
    form: /(\d{1,2})([./-])(\d{1,2})\2(\d{2})(?!\d|[./-]\d)/y,
    read([, first, mark, second, short], said) {
      return said.now && inOrder({ first, second, mark, year: fullYear(Number(short), said.now.day) }, said);
    },
  },
];

/** A day that could be another where day and month are exchanged is none. */
export function readNumericDay(said: Said, at: number): ReadDay | undefined {
  const token = said.tokens[at];
  if (!token?.isDigits || isGlued(said, at) || isWithinFigures(said, token.start)) return undefined;
  for (const { form, read } of forms) {
    form.lastIndex = token.start;
    const found = form.exec(said.text);
    const day = found ? read(found, said) : undefined;
    if (found) return day === undefined ? undefined : { day, next: after(said, at, token.start + found[0].length) };
  }
  return readWithoutYear(said, at);
}

function isWithinFigures({ text }: Said, start: number): boolean {
  return /\d[./-]$/.test(text.slice(Math.max(0, start - 2), start));
}

const withPoints = /(\d{1,2})\. ?(\d{1,2})\.(?! ?\d)/y;
const withMark = /(\d{1,2})([/-])(\d{1,2})(?![\d%]|[./,-]\d)/y;

/** "am 4.3." anywhere, "on 3/14" behind a word that days follow only. */
function readWithoutYear(said: Said, at: number): ReadDay | undefined {
  const start = said.tokens[at]?.start ?? 0;
  withPoints.lastIndex = start;
  withMark.lastIndex = start;
  const pointed = withPoints.exec(said.text);
  const marked = pointed || !endsWith(said, at, 'on') ? null : withMark.exec(said.text);
  const found = pointed ?? marked;
  if (!said.now || !found) return undefined;
  const [first, second] = pointed ? [found[1], found[2]] : [found[1], found[3]];
  const year = partsOf(said.now.day).year;
  const day = nearest(said.now.day, (shift) =>
    inOrder({ first, second, mark: pointed ? '.' : '/', year: year + shift }, said),
  );
  return day === undefined ? undefined : { day, next: after(said, at, start + found[0].length) };
}

/** Of a day of last, this and next year the one that is nearest to today. */
export function nearest(today: Day, dayIn: (shift: number) => Day | undefined): Day | undefined {
  const days = [0, 1, -1].flatMap((shift) => dayIn(shift) ?? []);
  return days.toSorted((a, b) => Math.abs(a - today) - Math.abs(b - today))[0];
}

/** 25 is 2025, 89 is 1989: of the two centuries the one that is not more than 20 years ahead. */
function fullYear(short: number, today: Day): number {
  const { year } = partsOf(today);
  const here = year - (year % 100) + short;
  return here > year + 20 ? here - 100 : here;
}

function dayIn(year?: string, month?: string, dayOfMonth?: string): Day | undefined {
  return dayOf(Number(year), Number(month), Number(dayOfMonth));
}

type Figures = {
  readonly first: string | undefined;
  readonly second: string | undefined;
  readonly mark: string | undefined;
  readonly year: number;
};

function inOrder({ first, second, mark, year }: Figures, said: Said): Day | undefined {
  const [one, other] = [Number(first), Number(second)];
  const order = mark === '.' || one === other ? 'day' : orderOf(one, other, said);
  return order && (order === 'day' ? dayOf(year, other, one) : dayOf(year, one, other));
}

/** Languages in which the day stands before the month wherever they are spoken, but for the regions named. */
const dayFirstLanguages = new Set('de es fr it nl pt pl cs sk da nb no fi ru uk ro bg tr hr el'.split(' '));
const otherRegions = new Set('es-PA es-PR es-US fr-CA'.split(' '));
const dayFirstEnglish = new Set('GB IE AU NZ IN SG HK MT PK KE NG GH'.split(' '));
/** Of English without a region the customer's time zone tells. */
const dayFirstZones = /^(?:Europe|Australia|Africa|Asia|Pacific\/(?:Auckland|Fiji))\//;
const monthFirstZones =
  /^(?:US\/|America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Detroit|Boise|Indiana\/|Kentucky\/|North_Dakota\/)|Pacific\/Honolulu)/;

function orderOf(first: number, second: number, { locale, zone }: Said): 'day' | 'month' | undefined {
  if (first > 12 || second > 12) return first > 12 ? 'day' : 'month';
  const [language, region] = [languageOf(locale), regionOf(locale)];
  if (language === 'en') return orderInEnglish(region, zone?.name ?? '');
  return dayFirstLanguages.has(language) && !otherRegions.has(`${language}-${region}`) ? 'day' : undefined;
}

function orderInEnglish(region: string, zone: string): 'day' | 'month' | undefined {
  if (region === 'US' || (region === '' && monthFirstZones.test(zone))) return 'month';
  return dayFirstEnglish.has(region) || (region === '' && dayFirstZones.test(zone)) ? 'day' : undefined;
}
