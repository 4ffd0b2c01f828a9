import type { Measures } from '../../../measurement/constants/measures.ts';
import { bandOf } from '../../../measurement/effort/score.ts';
import type { Facts } from '../../../measurement/facts.ts';
import { isResolved } from '../../../measurement/outcome/outcome-states.ts';

/** Solved for good, as far as can be seen, and with little effort. */
export function isGood(measures: Measures, { outcome, effort }: Facts): boolean {
  const isLight = effort !== null && bandOf(measures, effort.value) === 'low';
  return isResolved(outcome.state) && outcome.reopened !== true && isLight;
}
