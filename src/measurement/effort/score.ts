/**
 * The formula of effort: burden B = Σ weight · min(count, cap), effort E = 100 · (1 − e^(−B/6)). Source: measurement §2, contracts §9.
 */
import type { Measures, Signal } from '../constants/measures.ts';

export type Band = 'low' | 'moderate' | 'high';

/** What one signal adds to the burden, for a count before its cap. */
export function pointsOf({ effort: { signals } }: Measures, signal: Signal, count: number): number {
  const { weight, cap } = signals[signal];
  return weight * Math.min(count, cap);
}

/** 0 (effortless) to below 100, not rounded. */
export function effortAt({ effort: { scale } }: Measures, points: number): number {
  return 100 * (1 - Math.exp(-points / scale));
}

/** As shown: to one decimal. */
export function shown(effort: number): number {
  return Math.round(effort * 10) / 10;
}

/** Band of an effort as it is shown. */
export function bandOf({ effort: { bands } }: Measures, effort: number): Band {
  return effort >= bands.high ? 'high' : effort >= bands.moderate ? 'moderate' : 'low';
}
