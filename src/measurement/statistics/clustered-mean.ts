/**
 * A mean over observations that come in clusters: several cases of one customer are not as much as several customers.
 *
 * @property total sum of the values of the cluster
 * @property size its number of observations, ≥ 1
 */
export type Cluster = { readonly total: number; readonly size: number };

/**
 * What a mean and its variance need of clusters, however many there are: sums, so that those of parts add up.
 *
 * @property total sum of all values, `n` observations in `clusters`
 * @property totalTotal sums over clusters of total², of total·size and of size²
 */
export type Moments = {
  readonly total: number;
  readonly n: number;
  readonly clusters: number;
  readonly totalTotal: number;
  readonly totalSize: number;
  readonly sizeSize: number;
};

export type ClusteredMean = { readonly mean: number; readonly n: number; readonly variance: number };

export function momentsOf(clusters: readonly Cluster[]): Moments {
  let [all, n, totalTotal, totalSize, sizeSize] = [0, 0, 0, 0, 0];
  for (const { total, size } of clusters) {
    all += total;
    n += size;
    totalTotal += total * total;
    totalSize += total * size;
    sizeSize += size * size;
  }
  return { total: all, n, clusters: clusters.length, totalTotal, totalSize, sizeSize };
}

/**
 * Mean, and its variance by Taylor linearisation of the ratio (clusters drawn with replacement): C/(C−1) · Σ(tᵢ − mean·mᵢ)² / n².
 *
 * Source: Cochran, Sampling Techniques (1977) §9A. Checked against Lohr, Sampling: Design and Analysis, example 5.2 (grade points of five suites of
 * four students): mean 2.826, standard error 0.164 with the finite-population factor 0.95.
 *
 * @returns variance `NaN` for fewer than two clusters: one customer says nothing about others
 */
export function clusteredMean({ total, n, clusters, totalTotal, totalSize, sizeSize }: Moments): ClusteredMean {
  const mean = total / n;
  // never below 0, as a sum of differences may come out
  const squares = Math.max(0, totalTotal - 2 * mean * totalSize + mean * mean * sizeSize);
  return { mean, n, variance: clusters < 2 ? Number.NaN : ((clusters / (clusters - 1)) * squares) / (n * n) };
}

/**
 * By how much repeated customers widen a share's variance, ≥ 1 (Kish 1965, §8.2: variance over that of as many independent observations).
 * Where every observation agrees nothing can be estimated: then the mean size of the cluster an observation stands in, its upper bound.
 *
 * @param squares sum of the squared values; their total, where each is 0 or 1
 */
export function designEffect(moments: Moments, squares: number = moments.total): number {
  const { mean, n, variance } = clusteredMean(moments);
  const alone = (squares / n - mean * mean) / (n - 1);
  if (alone > 0 && moments.clusters > 1) return Math.max(1, variance / alone);
  return moments.sizeSize / n;
}
