/**
 * Of a name that is used and declared nowhere, and one that is declared and used nowhere, one is misspelt. Which one is told where it is misspelt, and
 * once: a slip in a declaration is no mistake of everything that uses it.
 */
import { type WordCount, wordsOf } from './count-words.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import type { Where } from './where.ts';

/** @property home the name that the place of the declaration suggests, as the name of its file */
export type Declared = { readonly name: string; readonly where: Where; readonly home?: string };

export type Suspects = {
  /** problems of which each says that a name is unknown */
  readonly unknown: readonly Problem[];
  readonly declared: readonly Declared[];
  /** declarations so broken that their names cannot be told: each may be the one that is missed */
  readonly broken: number;
  readonly count: WordCount;
};

/** The same problems, but for each name whose declaration is to blame one at that place; none for what may only follow from broken declarations. */
export function findMisspelt({ unknown, declared, broken, count }: Suspects): readonly Problem[] {
  const byName = Map.groupBy(unknown, (problem) => problem.unknown ?? '');
  if (byName.size <= broken) return [];
  return [...byName].flatMap(([name, uses]) => {
    const unused = declared.filter((one) => count.name(one.name) <= 1);
    const idle =
      unused.find((one) => isTaken(one, name)) ?? (uses.length > 1 && unused.length === 1 ? unused[0] : undefined);
    return idle && isToBlame(idle, name, { uses: uses.length, count }) ? [misspelt(idle, name, uses)] : uses;
  });
}

function isTaken({ name, home }: Declared, wanted: string): boolean {
  const [shorter = '', longer = ''] = [name, wanted].toSorted((a, b) => a.length - b.length);
  const isPart = shorter.length > 2 && longer.includes(shorter);
  const isAlike = isPart || longer.startsWith(shorter.slice(0, Math.max(2, Math.floor(longer.length / 2))));
  const hasItsLetters = longer.length - shorter.length < 2 && [...shorter].every((letter) => longer.includes(letter));
  return home === wanted || (shorter !== '' && (isAlike || hasItsLetters)) || nearest(wanted, [name]) !== undefined;
}

type Evidence = { readonly uses: number; readonly count: WordCount };

/** Words of a right name stand elsewhere too, or at least look like words; a misspelt one has pairs of letters that no other word has. */
function isToBlame({ name, home }: Declared, wanted: string, { uses, count }: Evidence): boolean {
  if (home === name) return false;
  if (home === wanted || uses > 1) return true;
  const rarest = (one: string) => Math.min(...wordsOf(one).map(count.word));
  const difference = rarest(name) - rarest(wanted);
  return difference < 0 || (difference === 0 && count.strangePairs(name) > count.strangePairs(wanted));
}

function misspelt({ name, where }: Declared, wanted: string, uses: readonly Problem[]): Problem {
  const times = uses.length === 1 ? 'once' : `${uses.length} times`;
  return {
    ...where,
    code: uses[0]?.code ?? 'SCHEMA_INVALID',
    severity: 'error',
    message: `'${name}' is used nowhere, and '${wanted}', which is used ${times}, is declared nowhere`,
    fix: `did you mean '${wanted}'?`,
    related: uses
      .slice(0, 3)
      .map(({ file, line, column }) => ({ file, line, column, message: `'${wanted}' is used here` })),
  };
}
