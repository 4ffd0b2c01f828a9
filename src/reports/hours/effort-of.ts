/**
 * Effort of the cases of an hour, from sums and a histogram alone.
 */
import { type Estimate, rounded, suppressed } from '../../measurement/statistics/rate.ts';
import { type Interval, z95 } from '../../measurement/statistics/wilson.ts';
import { woodruff } from '../../measurement/statistics/woodruff.ts';
import type { Cells } from '../../runtime/ports/rollup.ts';
import { binName, bins } from './cells-of.ts';

export type HourEffort = { readonly mean: Estimate; readonly median: Estimate; readonly p90: Estimate };

/** Cases of an hour count as of as many customers: whose they are is not in a rollup, and hardly anybody comes twice within an hour. */
export function effortOf(cells: Cells): HourEffort {
  const n = cells['effort'] ?? 0;
  const few = suppressed(n);
  if (few) return { mean: few, median: few, p90: few };
  const valueAt = quantileOf(cells, n);
  const at = (share: number): Estimate => figure(valueAt(share), woodruff(share, n, valueAt), n);
  return { mean: mean(cells, n), median: at(0.5), p90: at(0.9) };
}

function mean(cells: Cells, n: number): Estimate {
  const value = (cells['effortTenths'] ?? 0) / n / 10;
  const squares = (cells['effortSquares'] ?? 0) / 100 - n * value * value;
  const half = z95 * Math.sqrt(Math.max(0, squares) / (n - 1) / n);
  return figure(value, { low: Math.max(0, value - half), high: Math.min(100, value + half) }, n);
}

function figure(value: number, { low, high }: Interval, n: number): Estimate {
  return { kind: 'estimate', value: rounded(value), low: rounded(low), high: rounded(high), n };
}

/**
 * Quantiles within a point of effort: evenly spread within a bin, but that cases without any effort, which are many, fill the first one.
 */
function quantileOf(cells: Cells, n: number): (share: number) => number {
  const counts = Array.from({ length: bins }, (_, bin) => cells[binName(bin)] ?? 0);
  return (share) => {
    let before = 0;
    for (const [bin, count] of counts.entries()) {
      if (count > 0 && before + count >= share * n) return bin === 0 ? 0 : bin + (share * n - before) / count;
      before += count;
    }
    return bins;
  };
}
