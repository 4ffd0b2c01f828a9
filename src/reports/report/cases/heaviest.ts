/** Rows of cases to look at first, heaviest first, no two of one conversation. */
export type Heaviest = {
  /** @returns the weight below which none is added any more */
  add(row: number, weight: number): number;
  rows(): readonly number[];
};

const most = 3;

/**
 * @property conversationOf a row, by number
 * @property compare conversations, where weights are equal
 */
export type Weighing = {
  readonly conversationOf: (row: number) => number;
  readonly compare: (a: number, b: number) => number;
};

export function createHeaviest({ conversationOf, compare }: Weighing): Heaviest {
  type Kept = { readonly row: number; readonly weight: number };
  let kept: readonly Kept[] = [];
  let least = 0;
  const order = (a: Kept, b: Kept): number =>
    b.weight - a.weight || compare(conversationOf(a.row), conversationOf(b.row));
  return {
    add(row, weight) {
      if (weight < least || (weight === least && isAfterLast(row))) return least;
      const more = { row, weight };
      const same = kept.find((one) => conversationOf(one.row) === conversationOf(row));
      if (same && same.weight >= weight) return least;
      kept = [...kept.filter((one) => one !== same), more].sort(order).slice(0, most);
      if (kept.length === most) least = kept[most - 1]?.weight ?? least;
      return least;
    },
    rows: () => kept.map(({ row }) => row),
  };

  /** Many cases weigh the same. */
  function isAfterLast(row: number): boolean {
    const last = kept[most - 1];
    return last !== undefined && compare(conversationOf(row), conversationOf(last.row)) >= 0;
  }
}
