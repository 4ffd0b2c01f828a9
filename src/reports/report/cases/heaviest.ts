type Weighed = { readonly conversation: string; readonly value: number };

/** Conversations to read first, heaviest first, each once. */
export type Heaviest = readonly Weighed[];

const most = 3;

/** The heaviest so far, with one more to be among them if it is heavy enough. */
export function heavier(known: Heaviest, more: Weighed): Heaviest {
  const last = known[most - 1];
  if (last && order(more, last) >= 0) return known;
  const same = known.find(({ conversation }) => conversation === more.conversation);
  if (same && same.value >= more.value) return known;
  return [...known.filter((one) => one !== same), more].sort(order).slice(0, most);
}

function order(a: Weighed, b: Weighed): number {
  return b.value - a.value || (a.conversation < b.conversation ? -1 : a.conversation > b.conversation ? 1 : 0);
}
