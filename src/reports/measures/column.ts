/** Numbers one after the other, eight bytes each: what a report keeps of a million cases. */
export type Column = {
  push(value: number): void;
  values(): Float64Array;
};

const smallest = 64;

export function createColumn(): Column {
  let kept = new Float64Array(smallest);
  let size = 0;
  return {
    push(value) {
      if (size === kept.length) kept = enlarged(kept);
      kept[size++] = value;
    },
    values: () => kept.subarray(0, size),
  };
}

function enlarged(column: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * column.length);
  larger.set(column);
  return larger;
}
