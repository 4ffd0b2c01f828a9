/**
 * Quantile of sorted values with whole-number weights, interpolated (Hyndman & Fan, American Statistician 50 (1996) 361, definition 7).
 *
 * Checked against the NIST/SEMATECH handbook §7.2.6.2 (twelve gauge readings, 90th percentile by this definition 95.1957).
 *
 * @param sorted ascending
 * @param weight how often the value at an index counts; 1 where left out
 * @returns `undefined` when nothing counts
 */
export function quantile(
  sorted: ArrayLike<number>,
  share: number,
  weight?: (index: number) => number,
): number | undefined {
  if (!weight) return sorted.length === 0 ? undefined : between(sorted, (sorted.length - 1) * share);
  let count = 0;
  for (let i = 0; i < sorted.length; i++) count += weight(i);
  if (count === 0) return undefined;
  return weighted(sorted, (count - 1) * share, weight);
}

function between(sorted: ArrayLike<number>, position: number): number {
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? below;
  return below + (position - Math.floor(position)) * (above - below);
}

function weighted(sorted: ArrayLike<number>, position: number, weight: (index: number) => number): number {
  const [low, high] = [Math.floor(position), Math.ceil(position)];
  let [seen, below] = [0, Number.NaN];
  for (let i = 0; i < sorted.length; i++) {
    seen += weight(i);
    const value = sorted[i] ?? Number.NaN;
    if (Number.isNaN(below) && seen > low) below = value;
    if (seen > high) return below + (position - low) * (value - below);
  }
  return below;
}
