/**
 * What the burdens of cases cost: as many of each case as it has, one after the other.
 */
import type { Columns } from './columns.ts';

/** The place of a case's burdens in these stands in `firstCost` and `costs` of its row. */
export type Costs = {
  causes(): Uint32Array;
  /** millionths of a point of effort */
  millionths(): Uint32Array;
  /** @param pairs cause and millionths in turn */
  write(columns: Columns, row: number, pairs: readonly number[]): void;
  /** More than half of it belongs to nobody any more. */
  isWasteful(): boolean;
  tidy(columns: Columns): void;
};

const least = 1024;

export function createCosts(): Costs {
  let causes = new Uint32Array(least);
  let millionths = new Uint32Array(least);
  let [end, lost] = [0, 0];
  return {
    causes: () => causes,
    millionths: () => millionths,
    write(columns, row, pairs) {
      const count = pairs.length / 2;
      const had = columns.costs[row] ?? 0;
      if (count > had) makeRoom(columns, row, count);
      columns.costs[row] = count;
      lost += count > had ? had : had - count;
      const first = columns.firstCost[row] ?? 0;
      for (let i = 0; i < count; i++) {
        causes[first + i] = pairs[2 * i] ?? 0;
        millionths[first + i] = pairs[2 * i + 1] ?? 0;
      }
    },
    isWasteful: () => end > 2 * least && lost > end / 2,
    tidy(columns) {
      const [oldCauses, oldMillionths] = [causes, millionths];
      causes = new Uint32Array(causes.length);
      millionths = new Uint32Array(millionths.length);
      [end, lost] = [0, 0];
      for (let row = 0; row < columns.size; row++) {
        const [first, count] = [columns.firstCost[row] ?? 0, columns.costs[row] ?? 0];
        causes.set(oldCauses.subarray(first, first + count), end);
        millionths.set(oldMillionths.subarray(first, first + count), end);
        columns.firstCost[row] = end;
        end += count;
      }
    },
  };

  function makeRoom(columns: Columns, row: number, count: number): void {
    if (end + count > causes.length) {
      causes = enlarged(causes, count);
      millionths = enlarged(millionths, count);
    }
    columns.firstCost[row] = end;
    end += count;
  }
}

function enlarged(numbers: Uint32Array, more: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * numbers.length + more);
  larger.set(numbers);
  return larger;
}
