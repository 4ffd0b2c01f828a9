/** A text as it is read for days and times: its words, and what of the language begins at each. */
import { foldText } from '../../fold-text.ts';
import { findSpoken, type SpokenNumber } from '../../numbers/find-number-words.ts';
import { numeral, parseNumber } from '../../numbers/parse-number.ts';
import type { LocalTime, Zone } from '../calendar/zone.ts';
import { type DateLanguage, dateLanguageOf, type Kind, type Phrase } from './date-language.ts';

/**
 * A run of letters or digits.
 *
 * @property word folded; digits of any script as 0 to 9
 * @property gap what stands between it and the one before
 */
export type Token = {
  readonly word: string;
  readonly isDigits: boolean;
  readonly start: number;
  readonly end: number;
  readonly gap: string;
};

/** The words of a text, with the phrases of its language. */
export type Words = {
  readonly text: string;
  readonly locale: string;
  readonly tokens: readonly Token[];
  readonly language: DateLanguage;
};

/** @property now the customer's local time; `undefined` where days are not counted from one */
export type Said = Words & {
  readonly spoken: ReadonlyMap<number, SpokenNumber>;
  readonly now: LocalTime | undefined;
  readonly zone: Zone | undefined;
};

/** What begins at a token: its value, and the token behind it. */
export type Match = { readonly value: number; readonly next: number; readonly isWeak?: boolean };

type Moment = { readonly now: LocalTime; readonly zone: Zone } | undefined;

export function wordsOf(text: string, locale: string): Words {
  return { text, locale, tokens: tokensOf(text, locale), language: dateLanguageOf(locale) };
}

/** @returns `undefined` for a text that holds no digit and no word that days and times are made of */
export function listen(words: Words, moment?: () => Moment): Said | undefined {
  return listenFor(words, { kinds: telling, moment });
}

type Listening = { readonly kinds: ReadonlySet<Kind>; readonly moment?: (() => Moment) | undefined };

/** As `listen`, where words of other kinds tell. */
export function listenFor(words: Words, { kinds, moment }: Listening): Said | undefined {
  if (!words.tokens.some(({ isDigits }, at) => isDigits || isTold(words, at, kinds))) return undefined;
  const spoken = new Map(findSpoken(words.text, words.locale).map((number) => [number.start, number]));
  const { now, zone } = moment?.() ?? { now: undefined, zone: undefined };
  return { ...words, spoken, now, zone };
}

const telling: ReadonlySet<Kind> = new Set([
  'month',
  'weekday',
  'day',
  'unit',
  'time',
  'half',
  'quarter',
  'threeQuarters',
  'at',
  'ordinal',
  'part',
  'clock',
  'meridiem',
  'afterHour',
  'oneAndHalf',
]);

function isTold({ language, tokens }: Words, at: number, kinds: ReadonlySet<Kind>): boolean {
  const phrases = language.phrases.get(tokens[at]?.word ?? '');
  return phrases?.some((phrase) => kinds.has(phrase.kind) && isWhole(tokens, at, phrase)) ?? false;
}

function isWhole(tokens: readonly Token[], at: number, { rest }: Phrase): boolean {
  return rest.every((word, n) => isTied(tokens[at + n + 1], word));
}

const runs = /\p{Nd}+|[\p{L}\p{M}ºª]+/gu;

function tokensOf(text: string, locale: string): readonly Token[] {
  const tokens: Token[] = [];
  let before = 0;
  for (const { 0: written, index } of text.matchAll(runs)) {
    const end = index + written.length;
    const isDigits = /^\p{Nd}/u.test(written);
    const word = isDigits ? written : foldText(written, locale);
    tokens.push({ word, isDigits, start: index, end, gap: text.slice(before, index) });
    before = end;
  }
  return tokens;
}

/** Whether a token stands so near behind the one before that both may belong together. */
export function isNear({ tokens }: Words, at: number): boolean {
  const gap = tokens[at]?.gap;
  return gap !== undefined && gap.length <= 3 && /^[\s,.'’°-]*$/.test(gap);
}

/** The longest phrase of a kind that begins at a token. */
export function match({ language, tokens }: Words, at: number, kind: Kind): Match | undefined {
  const found = language.phrases
    .get(tokens[at]?.word ?? '')
    ?.find((phrase) => phrase.kind === kind && isWhole(tokens, at, phrase));
  return found && { value: found.value, next: at + found.rest.length + 1, isWeak: found.isWeak };
}

function isTied(token: Token | undefined, word: string): boolean {
  return token?.word === word && token.gap.length <= 2 && /^[\s'’.-]*$/.test(token.gap);
}

/** As `match`, of a token that is near the one before it. */
export function follow(said: Said, at: number, kind: Kind): Match | undefined {
  return isNear(said, at) ? match(said, at, kind) : undefined;
}

/** Skips a phrase of a kind where there is one. */
export function skip(said: Said, at: number, kind: Kind): number {
  return follow(said, at, kind)?.next ?? at;
}

/** Whether a phrase of a kind ends before a token. */
export function endsWith(said: Said, at: number, kind: Kind): boolean {
  return [1, 2, 3].some((back) => isNear(said, at) && match(said, at - back, kind)?.next === at);
}

const digits = new RegExp(numeral, 'y');

/** A number in digits or words. */
export function readCount(said: Said, at: number): Match | undefined {
  const { tokens, text, locale, spoken } = said;
  const token = tokens[at];
  if (!token) return undefined;
  if (!token.isDigits) {
    const number = spoken.get(token.start);
    return number && { value: number.value, next: after(said, at, number.end) };
  }
  if (isGlued(said, at)) return undefined;
  digits.lastIndex = token.start;
  const written = digits.exec(text)?.[0];
  if (written === undefined) return { value: Number(token.word), next: at + 1 };
  return { value: parseNumber(written, locale), next: after(said, at, token.start + written.length) };
}

/** Digits behind a letter, as in a name or a code. */
export function isGlued({ tokens }: Said, at: number): boolean {
  return at > 0 && tokens[at]?.gap === '' && /[a-z]$/.test(tokens[at - 1]?.word ?? '');
}

/** The first token that begins at an offset or behind it. */
export function after({ tokens }: Said, at: number, offset: number): number {
  let next = at + 1;
  while (next < tokens.length && (tokens[next]?.start ?? 0) < offset) next++;
  return next;
}
