/** One figure of a benchmark run, beside the same figure of a peer measured in the same run. */
export type BenchResult = {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly p50Ms?: number;
  readonly p99Ms?: number;
  readonly peer?: string;
  readonly peerValue?: number;
  /** value ÷ peerValue */
  readonly ratio?: number;
  /** the figure the project holds itself to, in words */
  readonly goal?: string;
};

/** A benchmark: its name, and how it is measured. */
export type Benchmark = {
  readonly name: string;
  measure(): Promise<readonly BenchResult[]>;
};

/** The middle one; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}
