/**
 * What a case adds to the rollups: whole numbers only, so that what was added can be taken back without a rest.
 */
import type { Measures } from '../../measurement/constants/measures.ts';
import type { Facts } from '../../measurement/facts.ts';
import { isResolved } from '../../measurement/outcome/outcome-states.ts';
import type { Cells } from '../../runtime/ports/rollup.ts';
import { isGood } from '../report/cases/is-good.ts';

/** Bins of the histogram of effort, each one point wide. */
export const bins = 100;

/** Name of the cell that counts the closed cases whose effort lies in a bin. */
export function binName(bin: number): string {
  return `effort.${bin}`;
}

/**
 * `closed`: engaged and no longer open, as in a report; what follows is of these. `effortTenths` and `effortSquares` are the sum of efforts in tenths of a
 * point, as they are shown, and of their squares.
 */
export function cellsOf(measures: Measures, facts: Facts): Cells {
  const { engaged, outcome, effort, person } = facts;
  if (!engaged) return { cases: 1 };
  const asked = person.asked ? { asked: 1 } : {};
  if (outcome.state === 'open') return { cases: 1, engaged: 1, ...asked };
  return {
    cases: 1,
    engaged: 1,
    ...asked,
    closed: 1,
    [`outcome.${outcome.state}`]: 1,
    ...(isResolved(outcome.state) ? { resolved: 1 } : {}),
    ...(isGood(measures, facts) ? { good: 1 } : {}),
    ...(effort === null ? {} : effortCells(effort.value)),
  };
}

function effortCells(value: number): Cells {
  const tenths = Math.round(10 * value);
  const bin = Math.min(bins - 1, Math.floor(tenths / 10));
  return { effort: 1, effortTenths: tenths, effortSquares: tenths * tenths, [binName(bin)]: 1 };
}
