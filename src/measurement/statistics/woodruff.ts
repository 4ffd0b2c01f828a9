import { type Interval, wilson } from './wilson.ts';

/**
 * Interval of a quantile, 95 %: the values at the ends of the interval of its share. It needs no resamples, so it is for many customers.
 *
 * Source: R. S. Woodruff, JASA 47 (1952) 635; the share's interval is Wilson's, which stays between 0 and 1. Checked against the median of 19 scores
 * in the manual of the R package statpsych 1.4 (`ci.median1`, after Snedecor and Cochran, Statistical Methods, 8th edition): 10 to 30.
 *
 * @param share 0–1, which part of the observations lies below the quantile
 * @param n number of independent observations, > 0: that of all, divided by the design effect of "lies below the quantile"
 * @param valueAt the quantile of any share
 */
export function woodruff(share: number, n: number, valueAt: (share: number) => number): Interval {
  const { low, high } = wilson(share, n);
  return { low: valueAt(low), high: valueAt(high) };
}
