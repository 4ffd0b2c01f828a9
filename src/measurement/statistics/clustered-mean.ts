/**
 * A mean over observations that come in clusters: several cases of one customer are not as much as several customers.
 *
 * @property total sum of the values of the cluster
 * @property size its number of observations, ≥ 1
 */
export type Cluster = { readonly total: number; readonly size: number };

export type ClusteredMean = { readonly mean: number; readonly n: number; readonly variance: number };

/**
 * Mean, and its variance by Taylor linearisation of the ratio (clusters drawn with replacement): C/(C−1) · Σ(tᵢ − mean·mᵢ)² / n².
 *
 * Source: Cochran, Sampling Techniques (1977) §9A. Checked against Lohr, Sampling: Design and Analysis, example 5.2 (grade points of five suites of
 * four students): mean 2.826, standard error 0.164 with the finite-population factor 0.95.
 *
 * @returns variance `NaN` for fewer than two clusters: one customer says nothing about others
 */
export function clusteredMean(clusters: readonly Cluster[]): ClusteredMean {
  let [total, n] = [0, 0];
  for (const cluster of clusters) {
    total += cluster.total;
    n += cluster.size;
  }
  const mean = total / n;
  const squares = clusters.reduce((sum, { total: t, size }) => sum + (t - mean * size) ** 2, 0);
  const count = clusters.length;
  return { mean, n, variance: count < 2 ? Number.NaN : ((count / (count - 1)) * squares) / (n * n) };
}

/**
 * By how much repeated customers widen a share's variance, ≥ 1 (Kish 1965, §8.2: variance over that of as many independent observations).
 * Where every observation agrees nothing can be estimated: then the mean size of the cluster an observation stands in, its upper bound.
 */
export function designEffect(clusters: readonly Cluster[]): number {
  const { mean, n, variance } = clusteredMean(clusters);
  const alone = (mean * (1 - mean)) / (n - 1);
  if (alone > 0 && clusters.length > 1) return Math.max(1, variance / alone);
  return clusters.reduce((sum, { size }) => sum + size * size, 0) / n;
}
