import type { Estimate } from '../../../measurement/statistics/rate.ts';
import type { Burden } from '../cases/burdens-of.ts';
import type { BurdenFigure } from '../report.ts';
import type { Sizes, Wanted } from './plan.ts';

/** "What to fix first": every burden at every step, with what it costs per 100 engaged cases. Costs are gathered in millionths. */
export function burdenWanted(burdens: readonly Burden[], sizes: Sizes): readonly Wanted[] {
  return burdens.map(({ costs }) => ({ kind: 'mean', scale: 100 / 1e6, sums: costs, sizes }));
}

/** @param estimates of `burdenWanted`, in the same order */
export function burdenFigures(burdens: readonly Burden[], estimates: readonly Estimate[]): readonly BurdenFigure[] {
  return burdens.map(({ cause: { signal, owner, step }, cases, conversations }, index) => ({
    signal,
    owner,
    step,
    cases,
    pointsPer100Cases: estimates[index] ?? { kind: 'no_data', n: 0 },
    conversations,
  }));
}
