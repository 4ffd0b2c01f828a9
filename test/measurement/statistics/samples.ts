/**
 * Samples for simulated coverage: customers with one to five cases each, whose cases are alike.
 */
export type SampleCluster = { readonly total: number; readonly size: number };

/** Customers are of two kinds, with these chances that a case holds; drawn until there are `n` cases. */
export function shareClusters(
  random: () => number,
  n: number,
  chances: readonly [number, number],
): readonly SampleCluster[] {
  const clusters: SampleCluster[] = [];
  for (let left = n; left > 0; ) {
    const chance = random() < 0.5 ? chances[0] : chances[1];
    const size = Math.min(left, 1 + Math.floor(random() * 5));
    let total = 0;
    for (let i = 0; i < size; i++) if (random() < chance) total++;
    clusters.push({ total, size });
    left -= size;
  }
  return clusters;
}

/** So many that the coverage is known to a percent, and no test is slow. */
export function samplesFor(n: number): number {
  return n > 1000 ? 1000 : 2500;
}

/** From a normal distribution of mean 0 and variance 1 (Box and Muller). */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
