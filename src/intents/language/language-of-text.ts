/** In which language a text is written, of those that can be told by their letters or by their commonest words. */
import { dateLanguageOf } from '../../languages/dates/reading/date-language.ts';
import { foldText } from '../../languages/fold-text.ts';
import { functionWords } from './function-words.ts';

/** Characters that are looked at. */
const longest = 1_000;

/** Scripts of one language, or of one that is by far the likeliest (ISO 639-1). Kana come before Han, which Japanese has too. */
const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{sc=Hiragana}\p{sc=Katakana}]/gu],
  ['ko', /\p{sc=Hangul}/gu],
  ['zh', /\p{sc=Han}/gu],
  ['fa', /[\u067e\u0686\u0698\u06af\u06cc]/gu],
  ['ar', /\p{sc=Arabic}/gu],
  ['he', /\p{sc=Hebrew}/gu],
  ['th', /\p{sc=Thai}/gu],
  ['hi', /\p{sc=Devanagari}/gu],
  ['el', /\p{sc=Greek}/gu],
  ['uk', /[іїєґ]/giu],
  ['ru', /\p{sc=Cyrillic}/gu],
];

/** Told by words, in the order in which one wins over the next that has as many. */
const spoken = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pt', 'tr', 'pl', 'sv'] as const;

/** @returns the detector; made once, as it holds the words of ten languages. `undefined` for a text that tells none: a number, a name, an emoji */
export function createLanguageOfText(): (text: string) => string | undefined {
  const known = new Map<string, readonly string[]>();
  for (const language of spoken)
    for (const word of wordsOf(functionWords(language).join(' ')))
      known.set(word, [...(known.get(word) ?? []), language]);
  return (text) => {
    const looked = text.slice(0, longest);
    return byScript(looked) ?? byWords(looked, known);
  };
}

/** Two letters in ten are enough: names and brands are written in Latin everywhere. */
function byScript(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return scripts.find(([, letter]) => (text.match(letter)?.length ?? 0) * 5 > letters)?.[0];
}

/** Letters that of these languages only one has. */
const letters: readonly (readonly [string, RegExp])[] = [
  ['de', /ß/],
  ['es', /[ñ¿¡]/],
  ['fr', /[œêëîûù]/],
  ['pt', /[ãõ]/],
  ['tr', /[ğşı]/],
  ['pl', /[ąęłśźż]/],
  ['sv', /å/],
];

/** A word counts the less the more languages have it; names of days and months count as well. */
function byWords(text: string, known: ReadonlyMap<string, readonly string[]>): string | undefined {
  const points = new Map<string, number>();
  const add = (languages: readonly string[]) => {
    for (const language of languages) points.set(language, (points.get(language) ?? 0) + 1 / languages.length);
  };
  for (const word of wordsOf(text)) {
    add(known.get(word) ?? []);
    add(spoken.filter((language) => namesTime(word, language)));
  }
  for (const [language, letter] of letters) if (letter.test(text.toLowerCase())) add([language]);
  return [...points].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

function namesTime(word: string, language: string): boolean {
  if (language === 'tr' || language === 'pl' || language === 'sv') return false;
  const phrases = dateLanguageOf(language).phrases.get(foldText(word, language));
  return phrases?.some(({ kind, rest }) => rest.length === 0 && (kind === 'day' || kind === 'weekday')) ?? false;
}

/** With their accents, which tell languages apart. */
function wordsOf(text: string): readonly string[] {
  return foldCase(text).match(/[\p{L}\p{M}]+/gu) ?? [];
}

function foldCase(text: string): string {
  return text.toLowerCase().normalize('NFC');
}
