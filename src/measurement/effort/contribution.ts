/**
 * What removing one burden would save: E(B) − E(B without it), computed exactly, caps included. Association, not cause. Source: measurement §2.
 */
import type { Measures } from '../constants/measures.ts';
import { total } from './receipt.ts';
import { effortAt } from './score.ts';
import type { Tally } from './tally.ts';

export type Contribution = { readonly tally: Tally; readonly effort: number };

/** @returns one entry per tally: points of effort by which the case would be lighter without it, ≥ 0 */
export function contributions(measures: Measures, tallies: readonly Tally[]): readonly Contribution[] {
  const effort = effortAt(measures, total(measures, tallies, counted));
  return tallies.map((tally) => {
    const rest = tallies.filter((one) => one !== tally);
    return { tally, effort: effort - effortAt(measures, total(measures, rest, counted)) };
  });
}

function counted({ count }: Tally): number {
  return count;
}
