/**
 * Whether two measures of the same things go together: Spearman's ρ, with ties given their middle rank, and a 95 % interval.
 */
import { z95 } from '../wilson.ts';

export type RankCorrelation = { readonly rho: number; readonly low: number; readonly high: number; readonly n: number };

/** Fewer pairs say nothing. */
const fewest = 10;

/**
 * Source: Spearman, American Journal of Psychology 15 (1904) 72; interval by Fisher's z with variance (1 + ρ²/2)/(n − 3), Bonett & Wright, Psychometrika 65
 * (2000) 23. Checked against the ten pairs of IQ and hours of television on Wikipedia ("Spearman's rank correlation coefficient"): ρ = −29/165.
 *
 * @returns `undefined` for fewer than ten pairs, or where one measure is the same for all
 */
export function rankCorrelation(pairs: readonly (readonly [number, number])[]): RankCorrelation | undefined {
  const n = pairs.length;
  if (n < fewest) return undefined;
  const rho = pearson(ranks(pairs.map(([a]) => a)), ranks(pairs.map(([, b]) => b)));
  if (Number.isNaN(rho)) return undefined;
  const half = z95 * Math.sqrt((1 + (rho * rho) / 2) / (n - 3));
  const z = Math.atanh(Math.max(-largest, Math.min(largest, rho)));
  return { rho, low: Math.tanh(z - half), high: Math.tanh(z + half), n };
}

/** Beyond it Fisher's z is infinite. */
const largest = 1 - 1e-12;

/** From 1; equal values share the middle of their ranks. */
function ranks(values: readonly number[]): readonly number[] {
  const order = values.map((_, index) => index).toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const found = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to++;
    for (let at = from; at < to; at++) found[order[at] ?? 0] = (from + to + 1) / 2;
    from = to;
  }
  return found;
}

function pearson(a: readonly number[], b: readonly number[]): number {
  const mean = (a.length + 1) / 2;
  let [both, left, right] = [0, 0, 0];
  for (const [index, one] of a.entries()) {
    const [x, y] = [one - mean, (b[index] ?? 0) - mean];
    both += x * y;
    left += x * x;
    right += y * y;
  }
  return both / Math.sqrt(left * right);
}
