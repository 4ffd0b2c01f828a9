/**
 * What customers came with, and how it went for each: for comparing groups whose customers want different things.
 */
import { rounded } from '../../../measurement/statistics/rate.ts';

/** Closed cases by intent. */
export type Mix = ReadonlyMap<string, { readonly closed: number; readonly good: number }>;

export type Mixing = { add(intent: string, isGood: boolean): void; read(): Mix };

export function createMix(): Mixing {
  const mix = new Map<string, { closed: number; good: number }>();
  return {
    add(intent, isGood) {
      const known = mix.get(intent) ?? { closed: 0, good: 0 };
      mix.set(intent, known);
      known.closed++;
      if (isGood) known.good++;
    },
    read: () => mix,
  };
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
