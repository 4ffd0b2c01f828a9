/**
 * What is kept of the cases of one day: counts, and the efforts for their median.
 */
import type { Facts } from '../../../measurement/facts.ts';
import { isResolved } from '../../../measurement/outcome/outcome-states.ts';
import { type Column, createColumn } from '../cases/column.ts';
import { isClosed, isInScope, type Kind } from '../cases/kind.ts';
import { isDurable, isMatured } from '../figures/resolution.ts';

/** @property unsettled closed cases in scope that are not final yet */
export type Day = Counts & { readonly tenths: Column };

type Counts = Record<(typeof counted)[number], number>;

const counted = [
  ...['cases', 'engaged', 'closed', 'inScope', 'resolved', 'good'],
  ...['high', 'matured', 'durable', 'unsettled'],
] as const;

export function emptyDay(): Day {
  return { ...zero(), tenths: createColumn() };
}

function zero(): Counts {
  return {
    cases: 0,
    engaged: 0,
    closed: 0,
    inScope: 0,
    resolved: 0,
    good: 0,
    high: 0,
    matured: 0,
    durable: 0,
    unsettled: 0,
  };
}

export function addTo(day: Day, { effort }: Facts, kind: Kind): void {
  day.cases++;
  if (kind.engaged) day.engaged++;
  if (!isClosed(kind)) return;
  day.closed++;
  if (kind.good) day.good++;
  if (kind.band === 'high') day.high++;
  if (effort !== null) day.tenths.push(Math.round(10 * effort.value));
  if (isInScope(kind)) addInScope(day, kind);
}

function addInScope(day: Day, kind: Kind): void {
  day.inScope++;
  if (isResolved(kind.state)) day.resolved++;
  if (!kind.final) day.unsettled++;
  if (!isMatured(kind)) return;
  day.matured++;
  if (isDurable(kind)) day.durable++;
}

/** Several days as one. */
export function merged(days: readonly Day[]): Day {
  const whole = emptyDay();
  for (const day of days) {
    for (const name of counted) whole[name] += day[name];
    for (const tenths of day.tenths.values()) whole.tenths.push(tenths);
  }
  return whole;
}
