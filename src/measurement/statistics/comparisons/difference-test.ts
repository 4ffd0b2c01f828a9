import type { Share } from './newcombe.ts';
import { normalTail } from './normal-tail.ts';

/**
 * How often two equal shares would differ by at least this much, 0–1: the score test of two independent shares, two-sided. It comes after the
 * difference and its interval, and is for telling which of many differences to believe.
 *
 * Source: K. Pearson's χ² with one degree of freedom, as in Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions (2003) §3.1. Checked
 * against Agresti, Categorical Data Analysis (2002) §3.1 (aspirin and heart attacks: 189 of 11,034 and 104 of 11,037, z = 5.00).
 *
 * @returns 1 where neither or all of both hold: nothing differs
 */
export function differenceTest(a: Share, b: Share): number {
  const pooled = (a.share * a.n + b.share * b.n) / (a.n + b.n);
  const variance = pooled * (1 - pooled) * (1 / a.n + 1 / b.n);
  return variance > 0 ? Math.min(1, normalTail((a.share - b.share) / Math.sqrt(variance))) : 1;
}
