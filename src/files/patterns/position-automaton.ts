import type { Pattern } from './parse-pattern.ts';

/**
 * The position automaton of a pattern (Glushkov, "The abstract theory of automata", 1961): one state an atom.
 *
 * @property atoms source of each position
 * @property follow positions that may come after each; one that may be reached in two ways stands twice
 */
export type Automaton = { readonly atoms: readonly string[]; readonly follow: readonly (readonly number[])[] };

/**
 * Which repeats are loops: those of more than `loopAbove` times. Fewer are written out, three copies at most, which is enough to see whether two
 * loops can stand side by side.
 */
export type Unrolling = { readonly loopAbove: number };

type Part = { readonly first: readonly number[]; readonly last: readonly number[]; readonly isNullable: boolean };
type Build = { readonly atoms: string[]; readonly follow: number[][]; readonly loopAbove: number };

const nothing: Part = { first: [], last: [], isNullable: true };
const mostCopies = 3;

export function positionAutomaton(pattern: Pattern, { loopAbove }: Unrolling): Automaton {
  const build: Build = { atoms: [], follow: [], loopAbove };
  visit(build, pattern);
  return build;
}

function visit(build: Build, pattern: Pattern): Part {
  if (pattern.kind === 'empty') return nothing;
  if (pattern.kind === 'atom') return atom(build, pattern.source);
  if (pattern.kind === 'sequence')
    return pattern.items.reduce<Part>((before, item) => join(build, before, visit(build, item)), nothing);
  if (pattern.kind === 'either') return alternatives(pattern.items.map((item) => visit(build, item)));
  return pattern.max > build.loopAbove ? loop(build, pattern) : copies(build, pattern);
}

function atom(build: Build, source: string): Part {
  const position = build.atoms.push(source) - 1;
  build.follow.push([]);
  return { first: [position], last: [position], isNullable: false };
}

function join(build: Build, a: Part, b: Part): Part {
  connect(build, a.last, b.first);
  return {
    first: a.isNullable ? [...a.first, ...b.first] : a.first,
    last: b.isNullable ? [...a.last, ...b.last] : b.last,
    isNullable: a.isNullable && b.isNullable,
  };
}

function alternatives(parts: readonly Part[]): Part {
  return {
    first: parts.flatMap(({ first }) => first),
    last: parts.flatMap(({ last }) => last),
    isNullable: parts.some(({ isNullable }) => isNullable),
  };
}

type Repeat = Extract<Pattern, { kind: 'repeat' }>;

function loop(build: Build, { item, min }: Repeat): Part {
  const part = visit(build, item);
  connect(build, part.last, part.first);
  return { ...part, isNullable: part.isNullable || min === 0 };
}

function copies(build: Build, { item, min, max }: Repeat): Part {
  let whole = nothing;
  for (let copy = 0; copy < Math.min(max, mostCopies); copy++) {
    const part = visit(build, item);
    whole = join(build, whole, copy < min ? part : { ...part, isNullable: true });
  }
  return whole;
}

function connect(build: Build, from: readonly number[], to: readonly number[]): void {
  for (const position of from) build.follow[position]?.push(...to);
}
