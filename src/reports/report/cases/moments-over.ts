import type { Moments } from '../../../measurement/statistics/clustered-mean.ts';
import type { Clusters } from './by-customer.ts';

/**
 * Sums over customers of what their cases amount to.
 *
 * @param amountOf the value of a row; `NaN`: it is not meant
 * @param sizeOf how many observations a row is, where not one
 */
export function momentsOver(
  { rows, starts }: Clusters,
  amountOf: (row: number) => number,
  sizeOf: (row: number) => number = one,
): Moments {
  let [total, n, clusters, totalTotal, totalSize, sizeSize] = [0, 0, 0, 0, 0, 0];
  for (let cluster = 0; cluster + 1 < starts.length; cluster++) {
    let sum = 0;
    let size = 0;
    for (let i = starts[cluster] ?? 0; i < (starts[cluster + 1] ?? 0); i++) {
      const row = rows[i] ?? 0;
      const amount = amountOf(row);
      if (Number.isNaN(amount)) continue;
      sum += amount;
      size += sizeOf(row);
    }
    if (size === 0) continue;
    clusters++;
    total += sum;
    n += size;
    totalTotal += sum * sum;
    totalSize += sum * size;
    sizeSize += size * size;
  }
  return { total, n, clusters, totalTotal, totalSize, sizeSize };
}

function one(): number {
  return 1;
}
