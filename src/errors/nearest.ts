/**
 * The known name nearest to a misspelt one, for "did you mean …?".
 *
 * Optimal string alignment distance (Damerau–Levenshtein without substrings edited twice).
 *
 * @returns `undefined` when no name is within a third of the word's length (at least 1, at most 3 edits)
 */
export function nearest(word: string, names: Iterable<string>): string | undefined {
  const limit = Math.min(3, Math.max(1, Math.floor(word.length / 3)));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const name of names) {
    if (Math.abs(name.length - word.length) >= bestDistance) continue;
    const d = distance(word.toLowerCase(), name.toLowerCase());
    if (d < bestDistance) [best, bestDistance] = [name, d];
  }
  return best;
}

function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) row[j] = cell({ a, b, i, j, row, previous, before });
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? b.length;
}

type Cell = {
  readonly a: string;
  readonly b: string;
  readonly i: number;
  readonly j: number;
  readonly row: readonly number[];
  readonly previous: readonly number[];
  readonly before: readonly number[];
};

function cell({ a, b, i, j, row, previous, before }: Cell): number {
  const change = a[i - 1] === b[j - 1] ? 0 : 1;
  const plain = Math.min(at(row, j - 1) + 1, at(previous, j) + 1, at(previous, j - 1) + change);
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return swapped ? Math.min(plain, at(before, j - 2) + 1) : plain;
}

function at(row: readonly number[], j: number): number {
  return row[j] ?? Number.POSITIVE_INFINITY;
}
