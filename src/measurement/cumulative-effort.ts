/**
 * What a customer has borne over time: cases wear, and the last one most. Source: measurement §2.
 */
import type { Instant } from '../events/instant.ts';
import type { Measures } from './constants/measures.ts';
import { bandOf, shown } from './effort/score.ts';

/** @property closedAt when the case was left; @property effort as shown */
export type ClosedEffort = { readonly closedAt: Instant; readonly effort: number };

/** @property value C, 0–100; @property hardCases of high effort within ninety days before `at` */
export type CumulativeEffort = { readonly value: number; readonly hardCases: number };

const kept = 0.6;

/** So long a case of high effort counts. */
export const ninetyDaysMs = 90 * 86_400_000;

/** What a customer bears after a further case; `undefined`: it was the first. */
export function borne(before: number | undefined, effort: number): number {
  return before === undefined ? effort : kept * before + (1 - kept) * effort;
}

/**
 * C ← 0.6·C + 0.4·E, from the first case on, in the order in which cases closed.
 *
 * @returns `undefined` without a closed case
 */
export function cumulativeEffort(
  measures: Measures,
  cases: readonly ClosedEffort[],
  at: Instant,
): CumulativeEffort | undefined {
  const value = cases
    .toSorted((a, b) => a.closedAt - b.closedAt)
    .reduce((before: number | undefined, { effort }) => borne(before, effort), undefined);
  if (value === undefined) return undefined;
  const hard = cases.filter(
    ({ closedAt, effort }) => at - closedAt < ninetyDaysMs && bandOf(measures, effort) === 'high',
  );
  return { value: shown(value), hardCases: hard.length };
}
