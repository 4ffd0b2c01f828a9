/** Two texts side by side: what one has and the other has not is marked. */
export type Marked = { readonly text: string; readonly isOther: boolean };
export type Diff = { readonly expected: readonly Marked[]; readonly got: readonly Marked[] };

/**
 * Word by word, by the longest common subsequence. Texts that share less than a third of their words are wholly other: marks all over would hide more than
 * they show.
 */
export function diffWords(expected: string, got: string): Diff {
  const [a, b] = [wordsOf(expected), wordsOf(got)];
  const common = commonWords(a, b);
  const isClose = common.length * 3 >= Math.max(a.length, b.length);
  const kept = isClose ? common : [];
  return { expected: mark(a, new Set(kept.map(([i]) => i))), got: mark(b, new Set(kept.map(([, j]) => j))) };
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

/** Longer texts are compared by their first words only. */
const mostWords = 400;

function commonWords(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const lengthAt = commonLengths(a.slice(0, mostWords), b.slice(0, mostWords));
  const pairs: (readonly [number, number])[] = [];
  for (let [i, j] = [0, 0]; lengthAt(i, j) > 0; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/** How many words are common from the i-th and j-th on. */
function commonLengths(a: readonly string[], b: readonly string[]): (i: number, j: number) => number {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return (i, j) => (i < a.length && j < b.length ? at(i, j) : 0);
}

function mark(words: readonly string[], same: ReadonlySet<number>): readonly Marked[] {
  return words.map((text, n) => ({ text, isOther: !same.has(n) && text.trim() !== '' }));
}
