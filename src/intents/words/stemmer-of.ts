import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { languageOf } from '../../languages/language-of.ts';
import { stemGerman } from './stem-german.ts';
import { stemSpanish } from './stem-spanish.ts';

const stemmers: Readonly<Record<string, (word: string) => string>> = {
  de: stemGerman,
  en: (word) => porter.stem(word),
  es: stemSpanish,
};

/**
 * The stemmer of a locale, for folded words: Porter (1980) for English, light stemmers for German and Spanish, and the word itself for a language without
 * one, where n-grams of characters do what a stemmer would.
 *
 * Compared by five-fold cross-validation over three seeds on the phrases of the sample bot: German (2,073 phrases, 45 intents) 94.8 % without a stemmer,
 * 94.9 with the Snowball stemmer of `natural`, 95.0 with the light one; Spanish (2,250) 94.2, 94.8 and 95.5. The others also expect accents, which are
 * folded here because customers leave them out.
 *
 * @param locale BCP 47 tag; only its language counts
 */
export function stemmerOf(locale: string): (word: string) => string {
  return stemmers[languageOf(locale)] ?? ((word) => word);
}
