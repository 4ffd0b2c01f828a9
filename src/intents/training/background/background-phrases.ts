import { languageOf } from '../../../languages/language-of.ts';
import { english } from './english.ts';
import { german } from './german.ts';
import { spanish } from './spanish.ts';

/** Out-of-scope phrases by language. */
const phrases: Readonly<Record<string, readonly string[]>> = { en: english, de: german, es: spanish };

/**
 * Things people say to a machine that hardly any business has an intent for, and answers to questions that nobody asked. Learned as out of scope, they teach a small model how messages look
 * that it should leave alone: with 30 intents of 10 phrases, half of what would be taken wrongly is rejected at the same price.
 *
 * @param locale BCP 47 tag; only its language counts
 * @returns none for a language without a list
 */
export function backgroundPhrases(locale: string): readonly string[] {
  return phrases[languageOf(locale)] ?? [];
}
