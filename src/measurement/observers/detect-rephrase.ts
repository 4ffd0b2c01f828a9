/**
 * Recognises that a customer says the same again in other words: the bot understood or did the wrong thing. Source: measurement §2.
 */
import { similarity } from './similarity.ts';
import { stopWordsOf } from './stop-words.ts';
import { tokensOf } from './tokens.ts';

const rephraseDetector = 'rephrase/v2';

/**
 * What the customer said in one turn.
 *
 * @property intent the best intent, accepted or not; `score` its probability
 */
export type Said = {
  readonly turn: number;
  readonly text: string;
  readonly intent: string | null;
  readonly score: number;
};

/** @property settled a step succeeded after it */
export type SaidBefore = Said & { readonly settled: boolean };

/**
 * @property recent earlier turns, oldest first
 * @property threshold score below which an intent counts as low
 * @property isAnswer the message answered a question: a yes, a no, a choice or a slot's value
 */
export type RephraseInput = {
  readonly recent: readonly SaidBefore[];
  readonly said: Said;
  readonly threshold: number;
  readonly locale: string;
  readonly isAnswer: boolean;
};

export type Rephrase = { readonly detector: string; readonly probability: number; readonly earlierTurn: number };

const furthestTurns = 3;
const leastTokens = 3;
const leastSimilarity = 0.5;

/**
 * The most similar of the last three turns, when no step succeeded in between and both have the same intent or neither is sure of one.
 * The probability is the similarity, 0.5–1.
 *
 * @returns `undefined` when the message repeats nothing, is shorter than three words, or is an answer
 */
export function detectRephrase({ recent, said, threshold, locale, isAnswer }: RephraseInput): Rephrase | undefined {
  if (isAnswer || tokensOf(said.text).length < leastTokens) return undefined;
  let best: Rephrase | undefined;
  for (const earlier of unsettled(recent)) {
    if (said.turn - earlier.turn > furthestTurns || !isSameWish(earlier, said, threshold)) continue;
    if (tokensOf(earlier.text).length < leastTokens) continue;
    const probability = Math.round(similarity(earlier.text, said.text, locale) * 1000) / 1000;
    if (probability < leastSimilarity || probability < (best?.probability ?? 0)) continue;
    if (isContrast(earlier.text, said.text, locale)) continue;
    best = { detector: rephraseDetector, probability, earlierTurn: earlier.turn };
  }
  return best;
}

/**
 * The same sentence about something else: one word of meaning stands in the place of another that does not look like it (open, close; Norway, Sweden).
 */
function isContrast(a: string, b: string, locale: string): boolean {
  const [left, right] = [tokensOf(a), tokensOf(b)];
  if (left.length !== right.length) return false;
  const places = left.flatMap((word, index) => (word === right[index] ? [] : [index]));
  const [one, other] = [left[places[0] ?? 0] ?? '', right[places[0] ?? 0] ?? ''];
  const stop = stopWordsOf(locale);
  return places.length === 1 && !stop.has(one) && !stop.has(other) && similarity(one, other, locale) < leastSimilarity;
}

/** The turns since the last step that succeeded. */
function unsettled(recent: readonly SaidBefore[]): readonly SaidBefore[] {
  return recent.slice(recent.findLastIndex(({ settled }) => settled) + 1);
}

function isSameWish(a: Said, b: Said, threshold: number): boolean {
  const isLow = a.score < threshold && b.score < threshold;
  return isLow || (a.intent !== null && a.intent === b.intent);
}
