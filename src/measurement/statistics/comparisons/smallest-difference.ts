import { z95 } from '../wilson.ts';

/** Normal quantile of a power of 80 %. */
const z80 = 0.8416212335729143;

/**
 * The smallest difference of two shares that as many observations would show four times out of five, at 95 % confidence: what a comparison that
 * found nothing could not have found either.
 *
 * Source: Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions (2003) §4.2, without the continuity correction, solved for the difference
 * at one common share. Checked against Lehr's rule (Statistics in Medicine 11 (1992) 1099): n = 16·p(1−p)/d² a group, 400 each at 0.5 give 0.1.
 *
 * @param share 0–1, of both
 * @param a observations of one group, > 0; effective numbers need not be whole
 * @param b those of the other
 */
export function smallestDifference(share: number, a: number, b: number): number {
  return (z95 + z80) * Math.sqrt(share * (1 - share) * (1 / a + 1 / b));
}
