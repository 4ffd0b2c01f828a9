/** Several wishes in one message, and the wish behind a greeting. */
import type { FoundIntent } from '../../events/understood.ts';
import type { Vector } from '../meaning/meaning.ts';
import type { Classified, Classify } from '../model/create-classifier.ts';
import { type Clause, splitClauses } from './split-clauses.ts';

/**
 * @property courtesies intents such as greetings, which hide no other
 * @property locale of the message
 * @property vector of the message as a whole, where the bot has a provider of embeddings
 */
export type Finding = {
  readonly classify: Classify;
  readonly courtesies: ReadonlySet<string>;
  readonly locale: string;
  readonly vector?: Vector | undefined;
};

/** @property intents what is wanted, in the order in which it is said; more than one where the message holds several wishes */
export type Found = { readonly main: Classified; readonly intents: readonly FoundIntent[] };

/** Longer messages tell a story, which is understood as a whole. */
const longest = 400;
const mostClauses = 6;
/** A part of a message must be at least so sure of another wish than the rest. */
const sure = 0.7;
/** A message that is at least so sure as a whole is not parted by commas, nor for what none of its parts is about. */
const surer = 0.9;

/** Finds what a message wants. A message whose parts do not each say something of their own is understood as a whole. */
export function findIntents(text: string, finding: Finding): Found {
  const whole = wholeOf(text, finding);
  const wishes = wishesIn(text, clausesOf(text, whole, finding), finding);
  const [first, ...others] = wishes;
  if (first && others.length > 0 && speaksOf(whole, wishes)) return several([first, ...others]);
  if (whole.classified.accepted !== null && !whole.isCourtesy) return asWhole(whole.classified, text);
  const [only] = wishes.length === 1 || !whole.isCourtesy || whole.isSure ? wishes : behindGreeting(text, finding);
  return only && isMost(only, whole, text) ? several([only]) : asWhole(whole.classified, text);
}

/** The message as one: `isCourtesy`: it says no more than hello. */
type Whole = { readonly classified: Classified; readonly isSure: boolean; readonly isCourtesy: boolean };

function wholeOf(text: string, { classify, courtesies, vector }: Finding): Whole {
  const classified = classify(text, vector);
  const { accepted, candidates } = classified;
  const isSure = (candidates[0]?.score ?? 0) >= surer;
  return { classified, isSure, isCourtesy: accepted !== null && courtesies.has(accepted) };
}

/** None where the message must be left whole. */
function clausesOf(text: string, { isSure, isCourtesy }: Whole, { locale }: Finding): readonly Clause[] {
  const clauses = text.length > longest ? [] : splitClauses(text, locale, !isSure || isCourtesy);
  return clauses.length > 1 && clauses.length <= mostClauses ? clauses : [];
}

/** What a message is surely about as a whole must be among what its parts say; a greeting need not. */
function speaksOf({ classified, isSure, isCourtesy }: Whole, wishes: readonly Wish[]): boolean {
  return !isSure || isCourtesy || wishes.some(({ intent }) => intent === classified.accepted);
}

/** One wish in part of a message counts for all of it behind a greeting, or where most is about it. */
function isMost({ score, start, end }: Wish, { isSure }: Whole, text: string): boolean {
  return isSure ? score >= surer : (end - start) * 2 >= text.length;
}

type Wish = FoundIntent & { readonly classified: Classified };

function several(wishes: readonly [Wish, ...Wish[]]): Found {
  const [first] = wishes;
  return {
    main: first.classified,
    intents: wishes.map(({ intent, score, start, end }) => ({ intent, score, start, end })),
  };
}

function asWhole(main: Classified, text: string): Found {
  if (main.accepted === null) return { main, intents: [] };
  const start = text.length - text.trimStart().length;
  const end = Math.max(start, text.trimEnd().length);
  return { main, intents: [{ intent: main.accepted, score: main.candidates[0]?.score ?? 0, start, end }] };
}

/** The division into parts that are surest of a wish each; courtesies are left out, and neighbours of one wish are one. */
function wishesIn(text: string, clauses: readonly Clause[], finding: Finding): readonly Wish[] {
  const best: (readonly Wish[])[] = [[]];
  for (let to = 1; to <= clauses.length; to++) {
    let chosen = best[to - 1] ?? [];
    for (let from = 0; from < to; from++) {
      const wish = wishOf(text, { start: clauses[from]?.start ?? 0, end: clauses[to - 1]?.end ?? 0 }, finding);
      const told = wish ? [...(best[from] ?? []), wish] : [];
      if (sumOf(told) > sumOf(chosen)) chosen = told;
    }
    best.push(chosen);
  }
  return joined((best.at(-1) ?? []).filter(({ intent }) => !finding.courtesies.has(intent)));
}

function wishOf(text: string, { start, end }: Clause, { classify }: Finding): Wish | undefined {
  const classified = classify(text.slice(start, end));
  const score = classified.candidates[0]?.score ?? 0;
  return classified.accepted === null || score < sure
    ? undefined
    : { intent: classified.accepted, score, start, end, classified };
}

function sumOf(wishes: readonly Wish[]): number {
  return wishes.reduce((sum, { score }) => sum + score, 0);
}

/** One wish said in several parts is one. */
function joined(wishes: readonly Wish[]): readonly Wish[] {
  const distinct: Wish[] = [];
  for (const wish of wishes) {
    const known = distinct.findIndex(({ intent }) => intent === wish.intent);
    const earlier = distinct[known];
    if (!earlier) distinct.push(wish);
    else if (known === distinct.length - 1) distinct[known] = { ...earlier, end: wish.end };
  }
  return distinct;
}

/** words of a greeting that a wish may follow without a comma */
const mostGreeting = 3;

function behindGreeting(text: string, finding: Finding): readonly Wish[] {
  const words = [...text.matchAll(/\S+/g)];
  for (let count = 1; count <= Math.min(mostGreeting, words.length - 2); count++) {
    const start = words[count]?.index ?? 0;
    const greeting = finding.classify(text.slice(0, start)).accepted;
    const wish = wishOf(text, { start, end: text.trimEnd().length }, finding);
    if (greeting !== null && finding.courtesies.has(greeting) && wish && !finding.courtesies.has(wish.intent))
      return [wish];
  }
  return [];
}
