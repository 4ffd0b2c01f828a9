/** Counts of one day or week: how many of `n` (> 0) hold. */
export type Sampled = { readonly count: number; readonly n: number };

/** @property isOutside beyond a limit: something has changed, and not by chance */
export type Charted = {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly isOutside: boolean;
};

/**
 * @property centre the share over all
 * @property spread σ_z: how much more the shares vary from day to day than chance makes them; 1 is a plain p-chart
 */
export type RateChart = { readonly centre: number; readonly spread: number; readonly points: readonly Charted[] };

/** Mean moving range of two over the standard deviation. */
export const d2 = 1.128;

/**
 * Laney's p′ chart: limits at three standard deviations, which widen by what days differ beyond chance. With many cases a day the limits of a plain
 * p-chart are so narrow that every day is an alarm; these are not. Where nothing but chance is at work, about 3 of 1,000 points lie outside.
 *
 * Source: D. B. Laney, Quality Engineering 14 (2002) 531. Where days vary less than chance makes them, the limits narrow, as there. With samples of one
 * size it is the XmR chart of the shares, by which it is checked: the flow rates of the NIST/SEMATECH handbook §6.3.2.2 as shares give 0.4582–0.5580.
 *
 * @returns spread 1 for fewer than two points, or where nothing varies
 */
export function laney(samples: readonly Sampled[]): RateChart {
  const n = samples.reduce((sum, one) => sum + one.n, 0);
  const centre = n === 0 ? 0 : samples.reduce((sum, { count }) => sum + count, 0) / n;
  const deviation = (size: number): number => Math.sqrt((centre * (1 - centre)) / size);
  const scores = samples.map((one) => (one.count / one.n - centre) / deviation(one.n));
  const spread = (meanMovingRange(scores) ?? d2) / d2 || 1;
  const points = samples.map((one) => chart(one.count / one.n, centre, 3 * spread * deviation(one.n)));
  return {
    centre,
    spread,
    points: points.map((point) => ({ ...point, low: Math.max(0, point.low), high: Math.min(1, point.high) })),
  };
}

/** A point with its limits `half` to either side of the centre. */
export function chart(value: number, centre: number, half: number): Charted {
  return { value, low: centre - half, high: centre + half, isOutside: value < centre - half || value > centre + half };
}

/** @returns `undefined` for fewer than two values */
export function meanMovingRange(values: readonly number[]): number | undefined {
  if (values.length < 2) return undefined;
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  return ranges.reduce((sum, range) => sum + range, 0) / ranges.length;
}
