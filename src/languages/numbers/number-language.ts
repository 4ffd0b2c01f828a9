import { languageOf } from '../language-of.ts';
import { dutch } from './words/dutch.ts';
import { english } from './words/english.ts';
import { french } from './words/french.ts';
import { german } from './words/german.ts';
import { italian } from './words/italian.ts';
import type { NumberWords } from './words/number-words.ts';
import { portuguese } from './words/portuguese.ts';
import { spanish } from './words/spanish.ts';

/**
 * The number words of a language, ready to be looked for in folded text.
 *
 * @property vocabulary every single word that may be part of a number
 * @property beginning finds where a number may begin
 */
export type NumberLanguage = NumberWords & { readonly vocabulary: ReadonlySet<string>; readonly beginning: RegExp };

const languages: Readonly<Record<string, NumberLanguage>> = {
  de: prepare(german),
  en: prepare(english),
  es: prepare(spanish),
  fr: prepare(french),
  it: prepare(italian),
  nl: prepare(dutch),
  pt: prepare(portuguese),
};

/** The numbers of a locale's language; those of English where the language has none here. */
export function numberLanguageOf(locale: string): NumberLanguage {
  return languages[languageOf(locale)] ?? languages['en'] ?? prepare(english);
}

function prepare(language: NumberWords): NumberLanguage {
  const { small, hundreds, thousand, and, minus } = language;
  const phrases = [...small.keys()].map((phrase) => phrase.split(' '));
  const words = [...phrases.flat(), ...hundreds.keys(), ...thousand, and, minus];
  const first = [...phrases.map(([word]) => word), ...hundreds.keys(), ...thousand];
  const beginning = new RegExp(`(?:^|[^a-z])(?:${[...new Set(first)].join('|')})`);
  return { ...language, vocabulary: new Set(words.filter(Boolean)), beginning };
}
