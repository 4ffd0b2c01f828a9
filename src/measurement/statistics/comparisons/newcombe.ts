import { type Interval, wilson } from '../wilson.ts';

/** A share 0–1 of `n` independent observations, > 0; an effective number need not be whole. */
export type Share = { readonly share: number; readonly n: number };

/** @property value the first less the second, −1 to 1 */
export type Difference = Interval & { readonly value: number };

/**
 * Interval of the difference of two independent shares, 95 %: Newcombe's hybrid of two score intervals. For repeated customers give effective numbers
 * of observations: n divided by the design effect.
 *
 * Source: R. G. Newcombe, Statistics in Medicine 17 (1998) 873, method 10. Checked against its table II: 56/70 − 48/80 gives 0.0524–0.3339,
 * 9/10 − 3/10 0.1705–0.8090, 10/10 − 0/20 0.6791–1, 5/56 − 0/29 −0.0381–0.1926, 0/10 − 0/20 −0.1611–0.2775.
 */
export function newcombe(a: Share, b: Share): Difference {
  const [first, second] = [wilson(a.share, a.n), wilson(b.share, b.n)];
  const value = a.share - b.share;
  return {
    value,
    low: Math.max(-1, value - Math.hypot(a.share - first.low, second.high - b.share)),
    high: Math.min(1, value + Math.hypot(first.high - a.share, b.share - second.low)),
  };
}
