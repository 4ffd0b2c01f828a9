/**
 * Edits (insert, delete, change, swap of neighbours) that make one word of the other: optimal string alignment distance.
 *
 * @returns `limit + 1` as soon as it must be above `limit`
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = new Uint16Array(b.length + 1);
  let above = new Uint16Array(b.length + 1).map((_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = nextRow({ a, b, i, above, before });
    if (Math.min(...row) > limit) return limit + 1;
    [before, above] = [above, row];
  }
  return Math.min(above[b.length] ?? 0, limit + 1);
}

type Rows = {
  readonly a: string;
  readonly b: string;
  readonly i: number;
  readonly above: Uint16Array;
  readonly before: Uint16Array;
};

function nextRow({ a, b, i, above, before }: Rows): Uint16Array<ArrayBuffer> {
  const row = new Uint16Array(b.length + 1);
  row[0] = i;
  for (let j = 1; j <= b.length; j++) {
    const change = a[i - 1] === b[j - 1] ? 0 : 1;
    const plain = Math.min((row[j - 1] ?? 0) + 1, (above[j] ?? 0) + 1, (above[j - 1] ?? 0) + change);
    const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    row[j] = isSwap ? Math.min(plain, (before[j - 2] ?? 0) + 1) : plain;
  }
  return row;
}
