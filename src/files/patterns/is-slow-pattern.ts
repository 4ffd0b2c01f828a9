/**
 * Tells patterns whose search time may grow faster than the text: exponentially, as with `(a+)+$`, or with its square and more, as with `\d*\d*x`.
 * Both come from ambiguity: a text that can be read in two ways, again and again (Weber and Seidl, "On the degree of ambiguity of finite automata",
 * 1991; Weideman et al., "Analyzing Matching Time Behavior of Backtracking Regular Expression Matchers", 2016).
 */
import { type Letters, lettersOf } from './letters-of.ts';
import { type Pattern, parsePattern } from './parse-pattern.ts';
import { type Automaton, positionAutomaton } from './position-automaton.ts';

/** Repeats up to this many times multiply the ways of reading so little that nesting them is harmless. */
const harmlessRepeats = 5;
/** Repeats up to this many times are no loops where only unlimited ones matter. */
const limitedRepeats = 100;
const mostPositions = 200;

/**
 * Whether the pattern may be slow on some text. A pattern that cannot be judged counts as slow: one with back-references, or of more than 200
 * parts. Errs on the side of "slow".
 *
 * @param expression its flags decide which characters are the same
 */
export function isSlowPattern(expression: RegExp): boolean {
  const { pattern, looks, hasReference } = parsePattern(expression.source);
  return hasReference || [pattern, ...looks].some((part) => isSlow(part, expression.flags));
}

function isSlow(pattern: Pattern, flags: string): boolean {
  const nested = positionAutomaton(pattern, { loopAbove: harmlessRepeats });
  const unlimited = positionAutomaton(pattern, { loopAbove: limitedRepeats });
  if (Math.max(nested.atoms.length, unlimited.atoms.length) > mostPositions) return true;
  return (
    isExponential(nested, lettersOf(nested.atoms, flags)) || isPolynomial(unlimited, lettersOf(unlimited.atoms, flags))
  );
}

/** Two ways round one cycle on the same text. */
function isExponential({ follow }: Automaton, letters: Letters): boolean {
  const inside = withinCycles(follow);
  if (inside.some((next) => new Set(next).size < next.length)) return true;
  const step = ([a = 0, b = 0]: Places) =>
    (inside[a] ?? []).flatMap((c) => (inside[b] ?? []).filter((d) => letters.share([c, d])).map((d) => [c, d]));
  const forks = inside.flatMap((_, p) => step([p, p])).filter(([a, b]) => a !== b);
  return reaches(forks, step, ([a, b]) => a === b);
}

/** A cycle that leads to another cycle by a text that goes round both. */
function isPolynomial({ follow }: Automaton, letters: Letters): boolean {
  const inside = withinCycles(follow);
  const step = ([a = 0, b = 0, c = 0]: Places) =>
    (inside[a] ?? []).flatMap((d) =>
      (follow[b] ?? []).flatMap((e) => (inside[c] ?? []).filter((f) => letters.share([d, e, f])).map((f) => [d, e, f])),
    );
  const cyclic = [...inside.keys()].filter((p) => (inside[p] ?? []).length > 0);
  return cyclic.some((p) =>
    cyclic.some((q) => p !== q && reaches([[p, p, q]], step, ([a, b, c]) => a === p && b === q && c === q)),
  );
}

/** The edges that lie on a cycle. */
function withinCycles(follow: Automaton['follow']): readonly (readonly number[])[] {
  const reachable = follow.map((_, p) => reachableFrom(follow, p));
  return follow.map((next, p) => next.filter((q) => reachable[q]?.has(p)));
}

function reachableFrom(follow: Automaton['follow'], start: number): ReadonlySet<number> {
  const found = new Set([start]);
  for (const p of found) for (const q of follow[p] ?? []) found.add(q);
  return found;
}

type Places = readonly number[];

/** Whether a goal can be reached in one step or more. */
function reaches(
  starts: readonly Places[],
  step: (places: Places) => readonly Places[],
  isGoal: (places: Places) => boolean,
): boolean {
  const seen = new Set<string>();
  const waiting = [...starts];
  for (let places = waiting.pop(); places; places = waiting.pop()) {
    for (const next of step(places)) {
      if (isGoal(next)) return true;
      const key = next.join();
      if (!seen.has(key)) waiting.push(next);
      seen.add(key);
    }
  }
  return false;
}
