/**
 * Training texts as a sparse matrix, row by row: text i holds `values[j]` at `columns[j]` for j from `starts[i]` up to `starts[i + 1]`.
 *
 * @property width number of columns
 */
export type SparseRows = {
  readonly count: number;
  readonly width: number;
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
};

/** The squared length of each row. */
export function squaredLengths({ count, starts, values }: SparseRows): Float64Array {
  const lengths = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let j = starts[i] ?? 0; j < (starts[i + 1] ?? 0); j++) sum += (values[j] ?? 0) ** 2;
    lengths[i] = sum;
  }
  return lengths;
}
