import type { TableView } from '../table/create-table.ts';

export const orders = ['oldest', 'newest', 'hardest'] as const;
export type Order = (typeof orders)[number];

/** Below 0 where the first of two rows comes first. `newest`: by what happened last; `hardest`: by effort. Equal ones by case. */
export type Comparer = (a: number, b: number) => number;

export function comparerOf(table: TableView, order: Order): Comparer {
  const { startedAt, lastAt, tenths, conversation } = table.columns();
  const { cases, conversations } = table;
  switch (order) {
    case 'oldest':
      return (a, b) =>
        (startedAt[a] ?? 0) - (startedAt[b] ?? 0) ||
        conversations.compare(conversation[a] ?? 0, conversation[b] ?? 0) ||
        cases.compare(a, b);
    case 'newest':
      return (a, b) => (lastAt[b] ?? 0) - (lastAt[a] ?? 0) || cases.compare(a, b);
    case 'hardest':
      return (a, b) => (tenths[b] ?? 0) - (tenths[a] ?? 0) || cases.compare(a, b);
  }
}

/** The first so many of rows in an order: never all of them are sorted. */
export function firstRows(rows: Uint32Array, compare: Comparer, limit: number): readonly number[] {
  let kept: number[] = [];
  let last: number | undefined;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    if (last !== undefined && compare(row, last) > 0) continue;
    kept.push(row);
    if (kept.length < 2 * limit + 64) continue;
    kept = kept.sort(compare).slice(0, limit);
    last = kept[limit - 1];
  }
  return kept.sort(compare).slice(0, limit);
}
