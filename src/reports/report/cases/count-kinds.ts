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
export function countKinds(clusters: Clusters, kindOf: Uint32Array, bits: Uint8Array): KindCounts {
  const counting: Counting = {
    ...{ rows: clusters.rows, kindOf, bits, size: bits.length },
    pairs: new Float64Array(bits.length ** 2),
    customers: new Float64Array(64),
    own: new Uint32Array(bits.length),
    met: [],
  };
  const { starts } = clusters;
  let from = 0;
  for (let cluster = 1; cluster < starts.length; cluster++) {
    const end = starts[cluster] ?? 0;
    if (end - from === 1) countOne(counting, from);
    else countSeveral(counting, from, end);
    from = end;
  }
  return { meetings: meetingsIn(counting.pairs, bits.length), customers: counting.customers };
}

/** @property own how many cases of each kind one customer has, @property met of which kinds any */
type Counting = {
  readonly rows: Uint32Array;
  readonly kindOf: Uint32Array;
  readonly bits: Uint8Array;
  readonly size: number;
  readonly pairs: Float64Array;
  readonly customers: Float64Array;
  readonly own: Uint32Array;
  readonly met: number[];
};

function countOne({ rows, kindOf, bits, size, pairs, customers }: Counting, place: number): void {
  const kind = kindOf[rows[place] ?? 0] ?? 0;
  const at = kind * size + kind;
  const together = bits[kind] ?? 0;
  pairs[at] = (pairs[at] ?? 0) + 1;
  customers[together] = (customers[together] ?? 0) + 1;
}

function countSeveral(counting: Counting, from: number, to: number): void {
  const { rows, kindOf, bits, customers, own, met } = counting;
  let together = 0;
  for (let i = from; i < to; i++) {
    const kind = kindOf[rows[i] ?? 0] ?? 0;
    together |= bits[kind] ?? 0;
    if (own[kind] === 0) met.push(kind);
    own[kind] = (own[kind] ?? 0) + 1;
  }
  customers[together] = (customers[together] ?? 0) + 1;
  addMeetings(counting);
  for (let i = 0; i < met.length; i++) own[met[i] ?? 0] = 0;
  met.length = 0;
}

function addMeetings({ pairs, own, met, size }: Counting): void {
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
