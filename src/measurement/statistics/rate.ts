/**
 * Figures that carry their uncertainty: an empty one is never 0, one of fewer than ten cases is not shown.
 */
import { designEffect, type Moments } from './clustered-mean.ts';
import { type Interval, wilson } from './wilson.ts';

export type NoData = { readonly kind: 'no_data'; readonly n: 0 };
export type TooFew = { readonly kind: 'too_few'; readonly n: number };
/** A share 0–1 with its 95 % interval. */
export type Rate = Figure<'rate'> | TooFew | NoData;
/** A quantity with its 95 % interval; its unit stands in the field's name. */
export type Estimate = Figure<'estimate'> | TooFew | NoData;

type Figure<K extends string> = Interval & { readonly kind: K; readonly value: number; readonly n: number };

/** Fewer observations than this are not turned into a figure. */
export const fewest = 10;

export const noData: NoData = { kind: 'no_data', n: 0 };

/** @returns `undefined` when there is enough to show */
export function suppressed(n: number): TooFew | NoData | undefined {
  if (n === 0) return noData;
  return n < fewest ? { kind: 'too_few', n } : undefined;
}

/**
 * Share of observations that hold, with Wilson's interval for the effective number of observations: n divided by the design effect of repeated
 * customers (Korn & Graubard, Survey Methodology 24 (1998) 193).
 *
 * Where observations hold in part, as those of which a sample was looked at, the mean is known as well as a share of more observations would be: of so many
 * that its variance is the same.
 *
 * @param moments over customers; `total` counts the observations that hold
 * @param squares sum of the squares of how far each holds; their total, where each is 0 or 1
 */
export function rateOf(moments: Moments, squares: number = moments.total): Rate {
  const { n, total } = moments;
  const few = suppressed(n);
  if (few) return few;
  const value = total / n;
  const spread = squares / n - value * value;
  const gain = spread > 0 ? Math.max(1, (value * (1 - value)) / spread) : 1;
  const { low, high } = wilson(value, (gain * n) / designEffect(moments, squares));
  return { kind: 'rate', value: rounded(value), low: rounded(low), high: rounded(high), n };
}

/** Figures are shown to four decimals: the same on every machine, whatever the order of adding up. */
export function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
