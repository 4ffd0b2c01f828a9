/**
 * The chance that a random score of the first group is above a random one of the second, ties counting half (Mann-Whitney U over its largest value).
 *
 * @returns `null` when a group is empty
 */
export function areaUnderCurve(higher: readonly number[], lower: readonly number[]): number | null {
  if (higher.length === 0 || lower.length === 0) return null;
  const sorted = Float64Array.from(lower).sort();
  let wins = 0;
  for (const score of higher) wins += (countBelow(sorted, score, false) + countBelow(sorted, score, true)) / 2;
  return wins / (higher.length * lower.length);
}

/** How many of the sorted scores are below a score, or at most as high. */
function countBelow(sorted: Float64Array, score: number, orEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle] ?? 0;
    if (value < score || (orEqual && value === score)) low = middle + 1;
    else high = middle;
  }
  return low;
}
