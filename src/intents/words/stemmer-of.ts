import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';

/**
 * The stemmer of a locale: Porter (1980) for English, and the word itself for a language without one.
 *
 * @param locale BCP 47 tag; only its language counts
 */
export function stemmerOf(locale: string): (word: string) => string {
  return locale.split('-')[0] === 'en' ? (word) => porter.stem(word) : (word) => word;
}
