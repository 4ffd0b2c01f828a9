import type { Facts } from '../../measurement/facts.ts';

export const orders = ['oldest', 'newest', 'hardest'] as const;
export type Order = (typeof orders)[number];

/** The first so many of the cases added, in an order, and how many there were in all. */
export type First = {
  add(facts: Facts): void;
  read(): { readonly count: number; readonly cases: readonly Facts[] };
};

/** `newest`: by what happened last; `hardest`: by effort. Equal ones by case. */
export function createFirst(order: Order, limit: number): First {
  const compare = comparers[order];
  let count = 0;
  let kept: Facts[] = [];
  return {
    add(facts) {
      count++;
      kept.push(facts);
      if (kept.length >= 2 * limit + 64) kept = kept.sort(compare).slice(0, limit);
    },
    read: () => ({ count, cases: kept.toSorted(compare).slice(0, limit) }),
  };
}

const comparers: Readonly<Record<Order, (a: Facts, b: Facts) => number>> = {
  oldest: (a, b) => a.startedAt - b.startedAt || text(a.conversation, b.conversation) || text(a.case, b.case),
  newest: (a, b) => b.lastAt - a.lastAt || text(a.case, b.case),
  hardest: (a, b) => (b.effort?.value ?? -1) - (a.effort?.value ?? -1) || text(a.case, b.case),
};

function text(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
