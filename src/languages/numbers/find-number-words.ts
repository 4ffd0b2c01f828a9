import { foldText } from '../fold-text.ts';
import { type NumberLanguage, numberLanguageOf } from './number-language.ts';

/**
 * A whole number said in words. Offsets are those of the text.
 *
 * @property isVague it may be no number at all: an article, the thousand of "mil gracias"
 * @property isIdiom it is none: "one moment"
 */
export type SpokenNumber = {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly isVague: boolean;
  readonly isIdiom: boolean;
};

type Spoken = Omit<SpokenNumber, 'isIdiom'>;

/** Whether a text tells of parts of a whole ("two and a half"), so that its words are no whole numbers. */
export function tellsFraction(text: string, locale: string): boolean {
  return numberLanguageOf(locale).fraction.test(foldText(text, locale));
}

/**
 * Numbers below a million said in the words of a language, in English where the language has none here: "treinta y dos", "einundzwanzig". Two numbers side
 * by side ("two three") are two; what is parted by more than spaces and hyphens is no longer one number.
 *
 * @returns none for a text that tells of fractions
 */
export function findNumberWords(text: string, locale: string): readonly SpokenNumber[] {
  const found = findSpoken(text, locale);
  return found.length === 0 || tellsFraction(text, locale) ? [] : found;
}

/** As `findNumberWords`, of texts that tell of fractions too: for what counts halves itself ("halb drei", "two and a half hours"). */
export function findSpoken(text: string, locale: string): readonly SpokenNumber[] {
  const language = numberLanguageOf(locale);
  if (!language.beginning.test(foldText(text, locale))) return [];
  const reading = { tokens: tokensOf(text, { language, locale }), language };
  const found: Spoken[] = [];
  for (let at = 0; at < reading.tokens.length; ) {
    const read = thousandsAt(reading, at);
    if (read && isWithinWord(reading, read.next)) return [];
    if (read) found.push(spoken(reading, at, read));
    at = read?.next ?? at + 1;
  }
  return found.map((one) => ({ ...one, isIdiom: one.isVague && isIdiom(one, { text, locale, language }) }));
}

/** @property isTied nothing but spaces and hyphens, or nothing at all, parts it from the token before */
type Token = { readonly word: string; readonly start: number; readonly end: number; readonly isTied: boolean };
type Reading = { readonly tokens: readonly Token[]; readonly language: NumberLanguage };
type Read = { readonly value: number; readonly next: number };

const letters = /[\p{L}\p{M}]+/gu;

/** Only words that numbers are made of: the others are many, and say nothing here. */
function tokensOf(text: string, { language, locale }: { readonly language: NumberLanguage; readonly locale: string }) {
  const tokens: Token[] = [];
  const { vocabulary } = language;
  for (const { 0: written, index } of text.matchAll(letters)) {
    const word = foldText(written, locale);
    const parts = vocabulary.has(word) ? [word] : partsOf(word, language);
    if (parts.length === 0) continue;
    const last = tokens.at(-1);
    const isTied = last !== undefined && /^[\s-]+$/.test(text.slice(last.end, index));
    const place = { start: index, end: index + written.length };
    for (const [n, part] of parts.entries()) tokens.push({ word: part, ...place, isTied: isTied || n > 0 });
  }
  return tokens;
}

/** None for a word that is anything but one number. */
function partsOf(word: string, language: NumberLanguage): readonly string[] {
  if (!language.parts?.test(word)) return [];
  const parts = word.split(new RegExp(language.parts, 'g')).filter(Boolean);
  const tokens = parts.map((part) => ({ word: part, start: 0, end: 0, isTied: true }));
  return thousandsAt({ tokens, language }, 0)?.next === parts.length ? parts : [];
}

/** "tausend zweitausend": a number that ends in the middle of a word is none. */
function isWithinWord({ tokens }: Reading, next: number): boolean {
  return tokens[next] !== undefined && tokens[next].start === tokens[next - 1]?.start;
}

function thousandsAt(reading: Reading, at: number): Read | undefined {
  const { tokens, language } = reading;
  const head = hundredsAt(reading, at);
  const place = head?.next ?? at;
  const isThousand = language.thousand.has(tokens[place]?.word ?? '') && (!head || tokens[place]?.isTied === true);
  if (!isThousand) return head;
  return plus({ value: (head?.value ?? 1) * 1000, next: place + 1 }, reading, hundredsAt);
}

function hundredsAt(reading: Reading, at: number): Read | undefined {
  const { tokens, language } = reading;
  const word = tokens[at]?.word ?? '';
  const alone = language.hundreds.get(word);
  if (alone !== undefined) return plus({ value: alone, next: at + 1 }, reading, smallAt);
  const head = smallAt(reading, at);
  if (!head || head.value < 1 || head.value > 19) return head;
  const next = tokens[head.next];
  const isCounted = language.hundred !== '' && next?.isTied === true && language.hundreds.get(next.word) === 100;
  return isCounted ? plus({ value: head.value * 100, next: head.next + 1 }, reading, smallAt) : head;
}

/** Adds what follows, with or without an "and" between; a zero adds nothing. */
function plus(head: Read, reading: Reading, follow: (reading: Reading, at: number) => Read | undefined): Read {
  const { tokens, language } = reading;
  const isAnd = language.and !== '' && tokens[head.next]?.word === language.and && tokens[head.next]?.isTied === true;
  const place = isAnd ? head.next + 1 : head.next;
  const rest = tokens[place]?.isTied === true ? follow(reading, place) : undefined;
  return rest && rest.value > 0 ? { value: head.value + rest.value, next: rest.next } : head;
}

const mostWords = 4;

function smallAt({ tokens, language }: Reading, at: number): Read | undefined {
  let phrase = tokens[at]?.word ?? '';
  let best: Read | undefined;
  for (let count = 1; count <= mostWords; count++) {
    const value = language.small.get(phrase);
    if (value !== undefined) best = { value, next: at + count };
    const following = tokens[at + count];
    if (!following?.isTied) break;
    phrase += ` ${following.word}`;
  }
  return best;
}

function spoken({ tokens, language }: Reading, at: number, { value, next }: Read): Spoken {
  const before = tokens[at - 1];
  const isNegative = before?.word === language.minus && tokens[at]?.isTied === true && value !== 0;
  const isVague = next === at + 1 && language.vague.has(tokens[at]?.word ?? '');
  return {
    value: isNegative ? -value : value,
    start: (isNegative ? before.start : tokens[at]?.start) ?? 0,
    end: tokens[next - 1]?.end ?? 0,
    isVague,
  };
}

type Said = { readonly text: string; readonly locale: string; readonly language: NumberLanguage };

/** "one moment", "this one" */
function isIdiom({ start, end }: Spoken, { text, locale, language }: Said): boolean {
  const before = /([\p{L}\p{M}]+)\s+$/u.exec(text.slice(Math.max(0, start - longestWord), start))?.[1] ?? '';
  const behind = /^\s+([\p{L}\p{M}]+)/u.exec(text.slice(end, end + longestWord))?.[1] ?? '';
  return language.idioms.has(foldText(behind, locale)) || language.idioms.has(foldText(before, locale));
}

const longestWord = 40;
