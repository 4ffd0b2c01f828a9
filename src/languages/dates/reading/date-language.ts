import { foldText } from '../../fold-text.ts';
import { languageOf } from '../../language-of.ts';
import type { DateWords } from '../words/date-words.ts';
import { dutch } from '../words/dutch.ts';
import { english } from '../words/english.ts';
import { french } from '../words/french.ts';
import { german } from '../words/german.ts';
import { italian } from '../words/italian.ts';
import { portuguese } from '../words/portuguese.ts';
import { spanish } from '../words/spanish.ts';

/** What a phrase can stand for. */
export type Kind = 'month' | 'weekday' | 'day' | 'unit' | 'which' | 'part' | 'time' | 'meridiem' | 'ordinal' | Plain;
type Plain = Exclude<
  keyof DateWords,
  'months' | 'weekdays' | 'days' | 'units' | 'parts' | 'times' | 'ordinals' | Which | Flag
>;
type Which = 'next' | 'coming' | 'this' | 'last';
type Flag = 'nextSkips' | 'halfBefore' | 'bareHours';

/**
 * A phrase of a language.
 *
 * @property rest its words behind the first, folded
 * @property value what it counts as within its kind, such as the number of a month
 * @property isWeak it means something else as well
 */
export type Phrase = {
  readonly rest: readonly string[];
  readonly kind: Kind;
  readonly value: number;
  readonly isWeak: boolean;
};

/** @property phrases by their first word, longer ones first */
export type DateLanguage = Pick<DateWords, Flag> & { readonly phrases: ReadonlyMap<string, readonly Phrase[]> };

const plain: readonly Plain[] = [
  'ahead',
  'aheadAfter',
  'ago',
  'agoAfter',
  'on',
  'at',
  'clock',
  'half',
  'quarter',
  'threeQuarters',
  'afterHour',
  'beforeHour',
  'past',
  'to',
  'marks',
  'links',
  'from',
  'until',
  'between',
  'and',
  'one',
  'notDates',
  'halfMore',
  'oneAndHalf',
];

const words: Readonly<Record<string, DateWords>> = {
  de: german,
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  nl: dutch,
  pt: portuguese,
};

const languages: Readonly<Record<string, DateLanguage>> = Object.fromEntries(
  Object.entries(words).map(([language, own]) => [language, prepare(own, language)]),
);

/** The days and times of a locale's language; those of English where the language has none here. */
export function dateLanguageOf(locale: string): DateLanguage {
  return languages[languageOf(locale)] ?? languages['en'] ?? prepare(english, 'en');
}

type Entry = { readonly first: string; readonly phrase: Phrase };

function prepare(own: DateWords, language: string): DateLanguage {
  const entries = [
    ...entriesOf(own).flatMap(([kind, text, value]) => phrasesOf({ kind, text, value, language })),
    // English months are written in mails and orders everywhere
    ...numbered('month', english.months).flatMap(([kind, text, value]) => phrasesOf({ kind, text, value, language })),
  ].toSorted((a, b) => b.phrase.rest.length - a.phrase.rest.length);
  const byFirst = Map.groupBy(entries, ({ first }) => first);
  const phrases = new Map([...byFirst].map(([first, all]) => [first, all.map(({ phrase }) => phrase)] as const));
  return { nextSkips: own.nextSkips, halfBefore: own.halfBefore, bareHours: own.bareHours, phrases };
}

type Listed = readonly [Kind, string, number];

function entriesOf(own: DateWords): readonly Listed[] {
  return [
    ...numbered('month', own.months),
    ...numbered('weekday', own.weekdays),
    ...[...own.days].map(([offset, text]): Listed => ['day', text, offset]),
    ...numbered('unit', own.units),
    ...numbered('part', own.parts),
    ...numbered('time', own.times),
    ...numbered('ordinal', own.ordinals),
    ['which', own.last, -1],
    ['which', own.this, 0],
    ['which', own.coming, 1],
    ['which', own.next, 2],
    ['meridiem', 'am/a m', 0],
    ['meridiem', 'pm/p m', 1],
    ...plain.map((kind): Listed => [kind, own[kind], 0]),
  ];
}

/** Entries parted by commas count from 1. */
function numbered(kind: Kind, entries: string): readonly Listed[] {
  return entries.split(',').map((text, n) => [kind, text, n + 1]);
}

type Making = { readonly kind: Kind; readonly text: string; readonly value: number; readonly language: string };

function phrasesOf({ kind, text, value, language }: Making): readonly Entry[] {
  return text
    .split('/')
    .map((phrase) => phrase.trim())
    .filter(Boolean)
    .map((phrase) => {
      const [first = '', ...rest] = foldText(phrase.replace('~', ''), language)
        .split(/[\s'-]+/)
        .filter(Boolean);
      return { first, phrase: { rest, kind, value, isWeak: phrase.startsWith('~') } };
    });
}
