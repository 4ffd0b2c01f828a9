import type { Measures } from '../../measurement/constants/measures.ts';
import { contributions } from '../../measurement/effort/contribution.ts';
import type { Tally } from '../../measurement/effort/tally.ts';
import type { Facts } from '../../measurement/facts.ts';
import type { Estimate } from '../../measurement/statistics/rate.ts';
import type { Valued, Wanted } from './plan.ts';
import type { BurdenFigure } from './report.ts';

export type BurdenGroup = { readonly tally: Tally; readonly values: readonly Valued[]; readonly total: number };

/**
 * "What to fix first": every burden at every step with what it costs, heaviest first. Access to a person is left out: the failures and waits that lead
 * there are listed instead.
 */
export function burdenGroups(measures: Measures, engaged: readonly Facts[]): readonly BurdenGroup[] {
  const groups = new Map<string, { readonly tally: Tally; readonly values: Valued[]; total: number }>();
  for (const facts of engaged) {
    for (const { tally, effort } of contributions(measures, facts.burdens)) {
      if (measures.effort.notToRemove.includes(tally.signal)) continue;
      const key = keyOf(tally);
      const group = groups.get(key) ?? { tally, values: [], total: 0 };
      group.values.push({ facts, value: effort });
      group.total += effort;
      groups.set(key, group);
    }
  }
  return [...groups]
    .toSorted(([a, left], [b, right]) => right.total - left.total || (a < b ? -1 : 1))
    .map(([, group]) => group);
}

function keyOf({ signal, owner, step }: Tally): string {
  return JSON.stringify([signal, owner, step && [step.file, step.line, step.dialog, step.step, step.version]]);
}

export function burdenWanted(groups: readonly BurdenGroup[], engaged: readonly Facts[]): readonly Wanted[] {
  return groups.map(({ values }) => ({ kind: 'mean', scale: 100, values, over: engaged }));
}

const examples = 3;

/** @param estimates of `burdenWanted`, in the same order */
export function burdenFigures(groups: readonly BurdenGroup[], estimates: readonly Estimate[]): readonly BurdenFigure[] {
  return groups.map(({ tally: { signal, owner, step }, values }, index) => ({
    signal,
    owner,
    step,
    cases: values.length,
    pointsPer100Cases: estimates[index] ?? { kind: 'no_data', n: 0 },
    conversations: [...new Set(heaviest(values).map(({ facts }) => facts.conversation))].slice(0, examples),
  }));
}

function heaviest(values: readonly Valued[]): readonly Valued[] {
  return values.toSorted((a, b) => b.value - a.value || (a.facts.conversation < b.facts.conversation ? -1 : 1));
}
