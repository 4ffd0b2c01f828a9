import { languageOf } from '../../../languages/language-of.ts';
import type { AnswerRules } from './answer-rules.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import { portuguese } from './portuguese.ts';
import { spanish } from './spanish.ts';

const languages: Readonly<Record<string, AnswerRules>> = {
  de: german,
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  nl: dutch,
  pt: portuguese,
};

/** The rules of a locale's language; those of English where the language has none. */
export function rulesOf(locale: string): AnswerRules {
  return languages[languageOf(locale)] ?? english;
}
