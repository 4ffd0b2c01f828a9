/**
 * What customers came with, and how it went for each: for comparing groups whose customers want different things.
 */
import { rounded } from '../../../measurement/statistics/rate.ts';
import { isClosed } from '../cases/kind.ts';
import type { Sample } from '../cases/sample.ts';

/** Closed cases by intent. */
export type Mix = ReadonlyMap<string, { readonly closed: number; readonly good: number }>;

export function mixOf({ engaged, table, kinds }: Sample): Mix {
  const { place, kind: kindOf } = table.columns();
  const intents = [...new Set(table.places().map(({ intent }) => intent ?? ''))];
  const numbers = new Map(intents.map((intent, number) => [intent, number]));
  const intentOf = Uint32Array.from(table.places(), ({ intent }) => numbers.get(intent ?? '') ?? 0);
  const counts = new Float64Array(intents.length * kinds.length);
  const { rows } = engaged;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const at = (intentOf[place[row] ?? 0] ?? 0) * kinds.length + (kindOf[row] ?? 0);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const mixed = intents.map((intent, number) => {
    const of = (holds: (kind: (typeof kinds)[number]) => boolean): number =>
      kinds.reduce((sum, kind, at) => sum + (holds(kind) ? (counts[number * kinds.length + at] ?? 0) : 0), 0);
    return [intent, { closed: of(isClosed), good: of((kind) => isClosed(kind) && kind.good) }] as const;
  });
  return new Map(mixed.filter(([, { closed }]) => closed > 0));
}

/**
 * Direct standardisation: the group's share for each intent, weighted by how many of all cases had it. Intents the group never saw are left out, and
 * `coverage` says how much that leaves.
 *
 * Source: Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions (2003) §19.
 */
export function standardise(
  group: Mix,
  whole: Mix,
): { readonly goodExperience: number | null; readonly coverage: number | null } {
  let [all, seen, weighed] = [0, 0, 0];
  for (const [intent, { closed }] of [...whole].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    all += closed;
    const own = group.get(intent);
    if (!own) continue;
    seen += closed;
    weighed += (closed * own.good) / own.closed;
  }
  if (seen === 0) return { goodExperience: null, coverage: all === 0 ? null : 0 };
  return { goodExperience: rounded(weighed / seen), coverage: rounded(seen / all) };
}
