/**
 * Sums of groups, respecting repeated customers: what a customer amounts to in each group is gathered until the next one comes.
 */
import type { Moments } from '../../measurement/statistics/clustered-mean.ts';

/**
 * @property add `count` observations of the customer in hand that amount to `total`
 * @property next the customer in hand is done
 */
export type GroupSums = {
  add(group: number, total: number, count: number): void;
  next(): void;
  moments(group: number): Moments;
};

export function createSums(groups: number): GroupSums {
  const numbers = (): Float64Array => new Float64Array(groups);
  const own = { total: numbers(), n: numbers() };
  const all = { total: numbers(), n: numbers(), clusters: numbers() };
  const products = { totalTotal: numbers(), totalSize: numbers(), sizeSize: numbers() };
  const met = new Uint32Array(groups);
  let count = 0;
  return {
    add(group, total, n) {
      if (n === 0) return;
      if (own.n[group] === 0) met[count++] = group;
      own.total[group] = (own.total[group] ?? 0) + total;
      own.n[group] = (own.n[group] ?? 0) + n;
    },
    next() {
      for (let i = 0; i < count; i++) close(met[i] ?? 0);
      count = 0;
    },
    moments: (group) => ({
      ...{ total: all.total[group] ?? 0, n: all.n[group] ?? 0, clusters: all.clusters[group] ?? 0 },
      ...{ totalTotal: products.totalTotal[group] ?? 0, totalSize: products.totalSize[group] ?? 0 },
      sizeSize: products.sizeSize[group] ?? 0,
    }),
  };

  function close(group: number): void {
    const [total, n] = [own.total[group] ?? 0, own.n[group] ?? 0];
    own.total[group] = 0;
    own.n[group] = 0;
    all.total[group] = (all.total[group] ?? 0) + total;
    all.n[group] = (all.n[group] ?? 0) + n;
    all.clusters[group] = (all.clusters[group] ?? 0) + 1;
    products.totalTotal[group] = (products.totalTotal[group] ?? 0) + total * total;
    products.totalSize[group] = (products.totalSize[group] ?? 0) + total * n;
    products.sizeSize[group] = (products.sizeSize[group] ?? 0) + n * n;
  }
}

/** Of whole tenths, which add up exactly: of points of effort. */
export function inPoints({ total, totalTotal, totalSize, ...rest }: Moments): Moments {
  return { ...rest, total: total / 10, totalTotal: totalTotal / 100, totalSize: totalSize / 10 };
}
