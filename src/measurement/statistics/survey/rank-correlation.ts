/**
 * Whether two measures of the same things go together: Spearman's ρ, with ties given their middle rank, and a 95 % interval.
 */
import { z95 } from '../wilson.ts';

export type RankCorrelation = { readonly rho: number; readonly low: number; readonly high: number; readonly n: number };

/** Fewer pairs say nothing. */
const fewest = 10;

/** So many pairs of the same two values. */
export type Pairs = { readonly a: number; readonly b: number; readonly n: number };

/**
 * Source: Spearman, American Journal of Psychology 15 (1904) 72; interval by Fisher's z with variance (1 + ρ²/2)/(n − 3), Bonett & Wright, Psychometrika 65
 * (2000) 23. Checked against the ten pairs of IQ and hours of television on Wikipedia ("Spearman's rank correlation coefficient"), ρ = −29/165, and by
 * simulated coverage of normal pairs.
 *
 * @returns `undefined` for fewer than ten pairs, or where one measure is the same for all
 */
export function rankCorrelation(pairs: readonly Pairs[]): RankCorrelation | undefined {
  const n = pairs.reduce((sum, one) => sum + one.n, 0);
  if (n < fewest) return undefined;
  const rho = pearson(pairs, n);
  if (Number.isNaN(rho)) return undefined;
  const half = z95 * Math.sqrt((1 + (rho * rho) / 2) / (n - 3));
  const z = Math.atanh(Math.max(-largest, Math.min(largest, rho)));
  return { rho, low: Math.tanh(z - half), high: Math.tanh(z + half), n };
}

/** Beyond it Fisher's z is infinite. */
const largest = 1 - 1e-12;

type Often = { readonly value: number; readonly n: number };

/** From 1; equal values share the middle of their ranks. */
function ranks(values: readonly Often[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { value, n } of values) counts.set(value, (counts.get(value) ?? 0) + n);
  const found = new Map<number, number>();
  let before = 0;
  for (const [value, n] of [...counts].toSorted(([a], [b]) => a - b)) {
    found.set(value, before + (n + 1) / 2);
    before += n;
  }
  return found;
}

function pearson(pairs: readonly Pairs[], count: number): number {
  const [first, second] = [
    ranks(pairs.map(({ a, n }) => ({ value: a, n }))),
    ranks(pairs.map(({ b, n }) => ({ value: b, n }))),
  ];
  const mean = (count + 1) / 2;
  let [both, left, right] = [0, 0, 0];
  for (const { a, b, n } of pairs) {
    const [x, y] = [(first.get(a) ?? mean) - mean, (second.get(b) ?? mean) - mean];
    both += n * x * y;
    left += n * x * x;
    right += n * y * y;
  }
  return both / Math.sqrt(left * right);
}
