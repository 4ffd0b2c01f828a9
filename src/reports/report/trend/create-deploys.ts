import type { Facts } from '../../../measurement/facts.ts';
import type { Deploy } from './trend.ts';

type First = { readonly at: number; readonly day: string };

/** `see` any facts there are, `add` those the report is about: a version that ran before the first of these was not deployed within the span. */
export type Deploys = { see(facts: Facts): void; add(facts: Facts, day: string): void; read(): readonly Deploy[] };

/** When versions of the bot came in, by their first cases. The version of the very first case was there before. */
export function createDeploys(): Deploys {
  const seen = new Map<string, number>();
  const added = new Map<string, First>();
  return {
    see({ version, startedAt }) {
      seen.set(version, Math.min(seen.get(version) ?? startedAt, startedAt));
    },
    add({ version, startedAt }, day) {
      const known = added.get(version);
      if (!known || startedAt < known.at) added.set(version, { at: startedAt, day });
    },
    read() {
      const inOrder = [...added].toSorted(([a, left], [b, right]) => left.at - right.at || (a < b ? -1 : 1));
      const since = inOrder[0]?.[1].at ?? 0;
      return inOrder
        .slice(1)
        .filter(([version]) => version !== '' && (seen.get(version) ?? since) >= since)
        .map(([version, { day }]) => ({ day, version }));
    },
  };
}
