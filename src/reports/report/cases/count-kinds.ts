/**
 * How many cases are of each kind, and which kinds meet in one customer: with these few numbers every share has its interval, however many cases there are.
 */
import type { Clusters } from './by-customer.ts';

/**
 * Kinds that meet: of each customer, how many cases they have of kind `a` times how many of kind `b`, summed over customers; both orders are listed.
 */
export type Meeting = { readonly a: number; readonly b: number; readonly n: number };

/** @property customers by the bits that their cases' kinds have together, how many there are */
export type KindCounts = { readonly meetings: readonly Meeting[]; readonly customers: Float64Array };

/**
 * @param kindOf of each row
 * @param bits of each kind, below 64
 */
export function countKinds({ rows, starts }: Clusters, kindOf: Uint32Array, bits: Uint8Array): KindCounts {
  const size = bits.length;
  const pairs = new Float64Array(size * size);
  const customers = new Float64Array(64);
  const own = new Uint32Array(size);
  const met: number[] = [];
  for (let cluster = 0; cluster + 1 < starts.length; cluster++) {
    const from = starts[cluster] ?? 0;
    const to = starts[cluster + 1] ?? 0;
    if (to - from === 1) {
      const kind = kindOf[rows[from] ?? 0] ?? 0;
      pairs[kind * size + kind] = (pairs[kind * size + kind] ?? 0) + 1;
      customers[bits[kind] ?? 0] = (customers[bits[kind] ?? 0] ?? 0) + 1;
      continue;
    }
    let together = 0;
    for (let i = from; i < to; i++) {
      const kind = kindOf[rows[i] ?? 0] ?? 0;
      if (own[kind] === 0) met.push(kind);
      own[kind] = (own[kind] ?? 0) + 1;
      together |= bits[kind] ?? 0;
    }
    customers[together] = (customers[together] ?? 0) + 1;
    addMeetings(pairs, { own, met, size });
    for (let i = 0; i < met.length; i++) own[met[i] ?? 0] = 0;
    met.length = 0;
  }
  return { meetings: meetingsIn(pairs, size), customers };
}

/** @property own how many cases of each kind one customer has, @property met of which kinds any */
type Own = { readonly own: Uint32Array; readonly met: readonly number[]; readonly size: number };

function addMeetings(pairs: Float64Array, { own, met, size }: Own): void {
  for (let i = 0; i < met.length; i++) {
    const a = met[i] ?? 0;
    for (let j = 0; j < met.length; j++) {
      const b = met[j] ?? 0;
      const at = a * size + b;
      pairs[at] = (pairs[at] ?? 0) + (own[a] ?? 0) * (own[b] ?? 0);
    }
  }
}

function meetingsIn(pairs: Float64Array, size: number): readonly Meeting[] {
  const meetings: Meeting[] = [];
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++) {
      const n = pairs[a * size + b] ?? 0;
      if (n > 0) meetings.push({ a, b, n });
    }
  return meetings;
}
