/**
 * How a message sounds: a signal for a panel of its own, which is no part of effort. Words are weighed as VADER does it (Hutto & Gilbert, "VADER: A
 * Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text", ICWSM 2014), with lists of feeling words by language.
 */
import { languageOf } from '../language-of.ts';
import { hasSign, signs } from './emoji.ts';
import { type Token, tokenise } from './tokenise.ts';
import { english } from './words/english.ts';
import { type FeelingWords, type Weights, weightOf, weightsOf } from './words/feeling-words.ts';
import { german } from './words/german.ts';
import { spanish } from './words/spanish.ts';

/** Name and version of the method with its lists; another list is another version. */
export const sentimentDetector = 'sentiment/v1';

type List = Omit<FeelingWords, 'words' | 'negated'> & { readonly words: Weights; readonly negated: Weights };

const lists: Readonly<Record<string, List>> = { de: listOf(german), en: listOf(english), es: listOf(spanish) };

function listOf(given: FeelingWords): List {
  return { ...given, words: weightsOf(given.words), negated: weightsOf(given.negated) };
}

/** Source of the constants: VADER's own code, which took them from judgements of people. */
const boost = 0.293;
const shout = 0.733;
const denial = -0.74;
const exclamation = 0.292;
const normaliser = 15;

/** Longer messages are judged by their beginning. */
const longest = 4000;

/**
 * @param locale BCP 47 tag of the language it is written in
 * @returns −1…1 to three decimals, 0 where nothing sounds either way; `null`, not measured, where the language has no list or nothing is said in words
 */
export function sentimentOf(text: string, locale: string): number | null {
  const list = lists[languageOf(locale)];
  const tokens = tokenise(text.slice(0, longest), locale);
  if (!list || tokens.length === 0) return null;
  const valences = tokens.map((_, at) => valenceAt(tokens, at, list));
  const sum = afterTurn(tokens, valences, list).reduce((total, one) => total + one, 0) + signsIn(text);
  const strong = sum === 0 ? 0 : sum + Math.sign(sum) * exclamation * Math.min(4, (text.match(/!/g) ?? []).length);
  return Math.round((1000 * strong) / Math.sqrt(strong * strong + normaliser)) / 1000;
}

function valenceAt(tokens: readonly Token[], at: number, list: List): number {
  const token = tokens[at];
  if (!token) return 0;
  const isDenied = isDeniedAt(tokens, at, list);
  const plain = weightOf(list.words, token.word);
  const own = (isDenied ? weightOf(list.negated, token.word) : undefined) ?? plain;
  if (own === undefined) return 0;
  const loud = own + Math.sign(own) * (token.isLoud ? shout : 0) + Math.sign(own) * boostAt(tokens, at, list);
  return isDenied && own === plain ? loud * denial : loud;
}

const reach = 3;

function isDeniedAt(tokens: readonly Token[], at: number, list: List): boolean {
  const isNegator = (token: Token | undefined): boolean => token !== undefined && list.negators.has(token.word);
  for (let back = 1; back <= reach; back++) {
    if (tokens[at - back + 1]?.isFirst) break;
    if (isNegator(tokens[at - back])) return true;
  }
  for (let ahead = 1; list.negatesBefore && ahead <= reach; ahead++) {
    if (tokens[at + ahead]?.isFirst) break;
    if (isNegator(tokens[at + ahead])) return true;
  }
  return false;
}

/** The farther off, the less: all of it from the word before, 95 % and 90 % from the two before that. */
function boostAt(tokens: readonly Token[], at: number, { boosters, dampeners }: List): number {
  let sum = 0;
  for (const [back, share] of [1, 0.95, 0.9].entries()) {
    if (tokens[at - back]?.isFirst) break;
    const word = tokens[at - back - 1]?.word ?? '';
    if (boosters.has(word)) sum += boost * share;
    else if (dampeners.has(word)) sum -= boost * share;
  }
  return sum;
}

/** What comes after "but" is what is meant. */
function afterTurn(tokens: readonly Token[], valences: readonly number[], { turns }: List): readonly number[] {
  const turn = tokens.findLastIndex(({ word }) => turns.has(word));
  return turn <= 0 ? valences : valences.map((one, at) => (at < turn ? one * 0.5 : one * 1.5));
}

/** Each sign counts once, however often it is put. */
function signsIn(text: string): number {
  if (!hasSign.test(text)) return 0;
  let [rest, sum] = [text, 0];
  for (const [sign, valence] of signs) {
    if (!rest.includes(sign)) continue;
    rest = rest.replaceAll(sign, ' ');
    sum += valence;
  }
  return sum;
}
