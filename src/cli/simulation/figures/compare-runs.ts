/** Two bots before the very same customers: what the second costs them more, and solves more or less, than the first. */
import { clusteredMean, momentsOf } from '../../../measurement/statistics/clustered-mean.ts';
import { z95 } from '../../../measurement/statistics/wilson.ts';
import type { Life } from '../living/living.ts';
import type { SeedRun } from '../run-seed.ts';
import { isDefined } from './is-defined.ts';

/** New less old, a mean over customers, with its 95 % interval. `null` for fewer than ten. */
export type PairedDifference = {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
} | null;

/** @property cost hidden cost of a customer's contacts; @property solved share of customers who got what they came for */
export type RunsCompared = {
  readonly cost: PairedDifference;
  readonly solved: PairedDifference;
  readonly isWorse: boolean;
};

const fewest = 10;

/** Worse is what costs customers more, or solves less, beyond the interval. Customers are paired by seed and number. */
export function compareRuns(before: readonly SeedRun[], after: readonly SeedRun[]): RunsCompared {
  const lived = new Map(before.flatMap(({ lives }) => lives).map((life) => [life.customer.id, life]));
  const pairs = after
    .flatMap(({ lives }) => lives)
    .map((now) => ({ now, before: lived.get(now.customer.id) }))
    .map(({ now, before: old }) => (old ? { now, old } : undefined))
    .filter(isDefined);
  const differenceIn = (measure: (life: Life) => number): PairedDifference =>
    differenceOf(pairs.map(({ now, old }) => measure(now) - measure(old)));
  const cost = differenceIn((life) => life.cost);
  const solved = differenceIn(({ reachedIn }) => Number(reachedIn !== null));
  return { cost, solved, isWorse: (cost?.low ?? 0) > 0 || (solved?.high ?? 0) < 0 };
}

function differenceOf(differences: readonly number[]): PairedDifference {
  if (differences.length < fewest) return null;
  const { mean, n, variance } = clusteredMean(momentsOf(differences.map((total) => ({ total, size: 1 }))));
  const half = z95 * Math.sqrt(variance);
  return { value: mean, low: mean - half, high: mean + half, n };
}
