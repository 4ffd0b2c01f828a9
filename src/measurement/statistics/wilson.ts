/** 97.5 % quantile of the normal distribution. */
export const z95 = 1.959963984540054;

export type Interval = { readonly low: number; readonly high: number };

/**
 * Wilson's score interval for a share, 95 %.
 *
 * Source: E. B. Wilson, JASA 22 (1927) 209. Checked against Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 3: 81 of 263 gives
 * 0.2553–0.3662, 15 of 148 0.0624–0.1605, 0 of 20 0–0.1611, 1 of 29 0.0061–0.1718.
 *
 * @param share 0–1
 * @param n number of independent observations, > 0; an effective one need not be whole
 */
export function wilson(share: number, n: number): Interval {
  const z2 = z95 * z95;
  const centre = share + z2 / (2 * n);
  const half = z95 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  return { low: Math.max(0, (centre - half) / scale), high: Math.min(1, (centre + half) / scale) };
}
