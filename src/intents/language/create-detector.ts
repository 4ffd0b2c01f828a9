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
  let profiles: readonly Profile[] | undefined;
  return (text, { locale, expectsAnswer, isOffered }) => {
    if (languages.length < 2 || isOffered) return undefined;
    profiles ??= languages.map(profileOf);
    const all = profiles;
    const present = all.find((profile) => profile.locale === locale);
    if (!present) return undefined;
    const words = wordsOf(text.slice(0, longest));
    const own = countOwn(words, present, all);
    const [best] = all
      .filter((profile) => profile !== present)
      .map((profile) => ({ profile, ...countOwn(words, profile, all) }))
      .toSorted((a, b) => b.count - a.count);
    if (!best) return undefined;
    const isSaid = best.count >= enough && best.count > own.count * 2 && (best.common > 0 || !expectsAnswer);
    const isShort = !expectsAnswer && best.count > 0 && own.count === 0 && words.length <= fewWords;
    return isSaid || isShort ? best.profile.locale : undefined;
  };
}

type Profile = { readonly locale: string; readonly common: ReadonlySet<string>; readonly words: ReadonlySet<string> };

function profileOf({ locale, phrases }: Spoken): Profile {
  const common = new Set(functionWords(locale).flatMap(wordsOf));
  const words = new Set(common);
  for (const phrase of phrases) for (const word of wordsOf(phrase)) words.add(word);
  return { locale, common, words };
}

/** Words that only this language has; `common` are those of them that any talk has. */
function countOwn(
  words: readonly string[],
  profile: Profile,
  all: readonly Profile[],
): { readonly count: number; readonly common: number } {
  const own = words.filter(
    (word) => profile.words.has(word) && !all.some((one) => one !== profile && one.words.has(word)),
  );
  return { count: own.length, common: own.filter((word) => profile.common.has(word)).length };
}

function wordsOf(text: string): readonly string[] {
  return foldText(text).match(/[\p{L}\p{M}]{2,}/gu) ?? [];
}
