import { foldText } from '../../languages/fold-text.ts';
import { functionWords } from './function-words.ts';

/** @property phrases what customers say in it */
export type Spoken = { readonly locale: string; readonly phrases: Iterable<string> };

/**
 * @property expectsAnswer a question is open, so that a word or two may be a name
 * @property isOffered it is one of the choices the bot offered, in whatever words
 */
export type Situation = { readonly locale: string; readonly expectsAnswer: boolean; readonly isOffered: boolean };

/**
 * Finds out in which of a few languages a message is written.
 *
 * @returns a language only where it is clearly another than the present one
 */
export type Detect = (text: string, situation: Situation) => string | undefined;

/** Characters that are looked at. */
const longest = 1_000;
/** As many words of another language tell it, if there are not half as many of the present one. */
const enough = 2;
/** Without an open question one word tells it in a message of at most so many. */
const fewWords = 3;

/**
 * A detector for the languages of a bot: each is known by its commonest words and by the words of its phrases. What several have in common tells
 * nothing.
 */
export function createDetector(languages: readonly Spoken[]): Detect {
  // thousands of phrases, which a bot that is not spoken to need not look at
  let telling: ReadonlyMap<string, Telling> | undefined;
  const found = languages.map(() => ({ count: 0, common: 0 }));
  return (text, { locale, expectsAnswer, isOffered }) => {
    if (languages.length < 2 || isOffered) return undefined;
    const present = languages.findIndex((language) => language.locale === locale);
    if (present < 0) return undefined;
    telling ??= tellingWords(languages.map(profileOf));
    const words = wordsOf(text.slice(0, longest));
    count(found, words, telling);
    const best = mostSpoken(found, present);
    const { count: said = 0, common = 0 } = found[best] ?? {};
    const own = found[present]?.count ?? 0;
    const isSaid = said >= enough && said > own * 2 && (common > 0 || !expectsAnswer);
    const isShort = !expectsAnswer && said > 0 && own === 0 && words.length <= fewWords;
    return isSaid || isShort ? languages[best]?.locale : undefined;
  };
}

/** A word that only one of the languages has, by its number; `isCommon`: any talk in it has the word. */
type Telling = { readonly language: number; readonly isCommon: boolean };
type Found = { count: number; common: number };

type Profile = { readonly common: ReadonlySet<string>; readonly words: ReadonlySet<string> };

function profileOf({ locale, phrases }: Spoken): Profile {
  const common = new Set(functionWords(locale).flatMap(wordsOf));
  const words = new Set(common);
  for (const phrase of phrases) for (const word of wordsOf(phrase)) words.add(word);
  return { common, words };
}

function tellingWords(profiles: readonly Profile[]): ReadonlyMap<string, Telling> {
  const telling = new Map<string, Telling>();
  for (const [language, { words, common }] of profiles.entries()) {
    for (const word of words) {
      const isShared = profiles.some((other, n) => n !== language && other.words.has(word));
      if (!isShared) telling.set(word, { language, isCommon: common.has(word) });
    }
  }
  return telling;
}

/** Counts anew the telling words of each language. */
function count(found: readonly Found[], words: readonly string[], telling: ReadonlyMap<string, Telling>): void {
  for (const one of found) one.count = one.common = 0;
  for (const word of words) {
    const known = telling.get(word);
    const one = known && found[known.language];
    if (!one) continue;
    one.count++;
    if (known.isCommon) one.common++;
  }
}

/** The language of which most is said, but the present one; of equals the first. */
function mostSpoken(found: readonly Found[], present: number): number {
  let best = present === 0 ? 1 : 0;
  for (const [n, { count: said }] of found.entries()) if (n !== present && said > (found[best]?.count ?? 0)) best = n;
  return best;
}

function wordsOf(text: string): readonly string[] {
  return foldText(text).match(/[\p{L}\p{M}]{2,}/gu) ?? [];
}
