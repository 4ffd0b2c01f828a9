/**
 * The receipt: how a score came about, row by row, so that every effort can be checked by hand.
 */
import type { Measures, Signal } from '../constants/measures.ts';
import { type Band, bandOf, effortAt, pointsOf, shown } from './score.ts';
import type { Step, Tally } from './tally.ts';

/**
 * One signal of a case.
 *
 * @property counted the count up to its cap; `points` = weight · counted
 * @property owner of the step that caused most of it
 */
export type ReceiptRow = {
  readonly signal: Signal;
  readonly count: number;
  readonly counted: number;
  readonly weight: number;
  readonly points: number;
  readonly probable: boolean;
  readonly turns: readonly number[];
  readonly owner: string;
  readonly steps: readonly { readonly step: Step | null; readonly owner: string; readonly count: number }[];
};

/**
 * @property points the burden B, the sum of the rows' points
 * @property low with certain burdens only
 * @property high with probable ones counted as certain
 */
export type Effort = {
  readonly effort: number;
  readonly low: number;
  readonly high: number;
  readonly band: Band;
  readonly points: number;
  readonly rows: readonly ReceiptRow[];
};

/** Adds up the tallies of a case. No tallies: effort 0. */
export function receiptOf(measures: Measures, tallies: readonly Tally[]): Effort {
  const rows = [...bySignal(tallies)].map(([signal, group]) => rowOf(measures, signal, group));
  const effort = shown(
    effortAt(
      measures,
      sum(rows, ({ points }) => points),
    ),
  );
  return {
    effort,
    low: shown(
      effortAt(
        measures,
        total(measures, tallies, ({ probable, count }) => (probable ? 0 : count)),
      ),
    ),
    high: shown(
      effortAt(
        measures,
        total(measures, tallies, ({ most }) => most),
      ),
    ),
    band: bandOf(measures, effort),
    points: sum(rows, ({ points }) => points),
    rows: rows.toSorted((a, b) => b.points - a.points || (a.signal < b.signal ? -1 : 1)),
  };
}

/** The burden B of tallies, each counted as `count` says. */
export function total(measures: Measures, tallies: readonly Tally[], count: (tally: Tally) => number): number {
  return sum([...bySignal(tallies)], ([signal, group]) => pointsOf(measures, signal, sum(group, count)));
}

function bySignal(tallies: readonly Tally[]): ReadonlyMap<Signal, readonly Tally[]> {
  return Map.groupBy(tallies, ({ signal }) => signal);
}

function rowOf(measures: Measures, signal: Signal, group: readonly Tally[]): ReceiptRow {
  const { weight, cap } = measures.effort.signals[signal];
  const count = sum(group, (one) => one.count);
  const largest = group.reduce((best, one) => (one.count > best.count ? one : best));
  const turns = new Set(group.flatMap((one) => one.turns));
  return {
    signal,
    count,
    counted: Math.min(count, cap),
    weight,
    points: Math.round(pointsOf(measures, signal, count) * 1e6) / 1e6,
    probable: group.some(({ probable }) => probable),
    turns: [...turns].sort((a, b) => a - b),
    owner: largest.owner,
    steps: group.map(({ step, owner, count: part }) => ({ step, owner, count: part })),
  };
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
