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
  const [height, width] = [Math.min(a.length, mostWords), Math.min(b.length, mostWords)];
  const lengths = Array.from({ length: height + 1 }, () => new Uint16Array(width + 1));
  for (let i = height - 1; i >= 0; i--) {
    for (let j = width - 1; j >= 0; j--) {
      const below = lengths[i + 1]?.[j] ?? 0;
      const right = lengths[i]?.[j + 1] ?? 0;
      const diagonal = lengths[i + 1]?.[j + 1] ?? 0;
      lengths[i]?.set([a[i] === b[j] ? diagonal + 1 : Math.max(below, right)], j);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let [i, j] = [0, 0]; i < height && j < width; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i++;
    else j++;
  }
  return pairs;
}

function mark(words: readonly string[], same: ReadonlySet<number>): readonly Marked[] {
  return words.map((text, n) => ({ text, isOther: !same.has(n) && text.trim() !== '' }));
}
