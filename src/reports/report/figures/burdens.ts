import type { Estimate } from '../../../measurement/statistics/rate.ts';
import type { Sample } from '../cases/sample.ts';
import type { BurdenFigure } from '../report.ts';
import type { Wanted } from './plan.ts';

/** "What to fix first": every burden at every step, with what it costs per 100 engaged cases. Costs are gathered in millionths. */
export function burdenWanted({ burdens, customers }: Sample): readonly Wanted[] {
  return burdens.map(({ costs }) => ({ kind: 'mean', scale: 100 / 1e6, values: costs, over: customers }));
}

/** @param estimates of `burdenWanted`, in the same order */
export function burdenFigures({ burdens }: Sample, estimates: readonly Estimate[]): readonly BurdenFigure[] {
  return burdens.map(({ tally: { signal, owner, step }, costs, conversations }, index) => ({
    signal,
    owner,
    step,
    cases: costs.values.length,
    pointsPer100Cases: estimates[index] ?? { kind: 'no_data', n: 0 },
    conversations,
  }));
}
