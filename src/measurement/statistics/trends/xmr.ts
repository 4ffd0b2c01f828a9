import { type Charted, chart, d2, meanMovingRange } from './laney.ts';

/**
 * @property centre mean of the values
 * @property rangeLimit a change from one value to the next beyond this is an alarm
 */
export type ValueChart = { readonly centre: number; readonly rangeLimit: number; readonly points: readonly Charted[] };

/** Upper limit of the moving range, in mean moving ranges: D₄ for two. */
const d4 = 3.268;

/**
 * Chart of individual values and moving ranges (XmR), for medians: limits at 3/d₂ = 2.66 mean moving ranges. Where nothing but chance is at work, about
 * 3 of 1,000 points lie outside; more of few points, whose limits are uncertain themselves.
 *
 * Source: Shewhart's chart as in D. J. Wheeler & D. S. Chambers, Understanding Statistical Process Control (1992). Checked against the NIST/SEMATECH
 * handbook §6.3.2.2 (flow rates of ten batches: centre 50.81, mean moving range 1.8778, limits 45.82–55.80 with its d₂ of 1.128).
 *
 * @returns limits at the centre for fewer than two values
 */
export function xmr(values: readonly number[]): ValueChart {
  const centre = values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
  const range = meanMovingRange(values) ?? 0;
  return { centre, rangeLimit: d4 * range, points: values.map((value) => chart(value, centre, (3 / d2) * range)) };
}
