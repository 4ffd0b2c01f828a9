/** Several wishes in one message, and the wish behind a greeting. */
import type { FoundIntent } from '../../events/understood.ts';
import type { Classified, Classify } from '../model/create-classifier.ts';
import { type Clause, splitClauses } from './split-clauses.ts';

/**
 * @property courtesies intents such as greetings, which hide no other
 * @property locale of the message
 */
export type Finding = {
  readonly classify: Classify;
  readonly courtesies: ReadonlySet<string>;
  readonly locale: string;
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
  const whole = finding.classify(text);
  const best = whole.candidates[0];
  const isSure = best !== undefined && best.score >= surer;
  const isCourtesy = whole.accepted !== null && finding.courtesies.has(whole.accepted);
  const clauses = text.length > longest ? [] : splitClauses(text, finding.locale, !isSure || isCourtesy);
  const isParted = clauses.length > 1 && clauses.length <= mostClauses;
  const wishes = isParted ? wishesIn(text, clauses, finding) : [];
  const isOther = isSure && !wishes.some(({ intent }) => intent === best.intent);
  if (wishes.length > 1 && (!isOther || isCourtesy)) return several(wishes);
  if (whole.accepted !== null && !isCourtesy) return asWhole(whole, text);
  const [only] = wishes.length === 1 ? wishes : isCourtesy && !isSure ? behindGreeting(text, finding) : [];
  return only && (!isSure || only.score >= surer) ? several([only]) : asWhole(whole, text);
}

type Wish = FoundIntent & { readonly classified: Classified };

function several(wishes: readonly [Wish, ...Wish[]] | readonly Wish[]): Found {
  const [first] = wishes;
  if (!first) throw new TypeError('there is at least one wish');
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
