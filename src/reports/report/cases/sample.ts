/**
 * The cases a set of figures is about, with their customers: the clusters every interval respects.
 */
import type { Moments } from '../../../measurement/statistics/clustered-mean.ts';
import { type Rate, rateOf } from '../../../measurement/statistics/rate.ts';
import type { TableView } from '../../table/create-table.ts';
import { isMatured } from '../figures/is-durable.ts';
import { byCustomer, type Clusters, clustersOf } from './by-customer.ts';
import { countKinds, type KindCounts } from './count-kinds.ts';
import { isClosed, isInScope, type Kind } from './kind.ts';

/**
 * @property counts how many cases are of each kind, those that are not engaged too
 * @property rows of all cases, those of one customer side by side; @property engaged those of the engaged ones by customer
 */
export type Sample = KindCounts & {
  readonly table: TableView;
  readonly kinds: readonly Kind[];
  readonly counts: Float64Array;
  readonly rows: Uint32Array;
  readonly engaged: Clusters;
};

type Asked = (kind: Kind) => boolean;

/** What shares are of. */
const wholes = {
  closed: isClosed,
  inScope: isInScope,
  matured: isMatured,
  maturedInScope: (kind) => isInScope(kind) && isMatured(kind),
  audited: (kind) => isInScope(kind) && kind.state === 'resolved_assumed' && kind.judgedAssumed !== null,
  rejectionReviewed: (kind) => isClosed(kind) && kind.judgedRejected !== null,
} as const satisfies Record<string, Asked>;
export type Whole = keyof typeof wholes;

const bitOf: Readonly<Record<Whole, number>> = {
  ...{ closed: 1, inScope: 2, matured: 4, maturedInScope: 8, audited: 16, rejectionReviewed: 32 },
};
const names: readonly Whole[] = ['closed', 'inScope', 'matured', 'maturedInScope', 'audited', 'rejectionReviewed'];

/** @param rows in any order */
export function sampleOf(table: TableView, rows: Uint32Array): Sample {
  return sampleIn(table, byCustomer(table, rows));
}

/** @param rows those of one customer side by side */
export function sampleIn(table: TableView, rows: Uint32Array): Sample {
  const kinds = table.kinds();
  const { kind: kindOf } = table.columns();
  const { counts, engaged: meant } = counted(rows, kindOf, kinds);
  const engaged = clustersOf(table, meant);
  return { table, kinds, counts, rows, engaged, ...countKinds(engaged, kindOf, Uint8Array.from(kinds, bitsOf)) };
}

type Counted = { readonly counts: Float64Array; readonly engaged: Uint32Array };

function counted(rows: Uint32Array, kindOf: Uint32Array, kinds: readonly Kind[]): Counted {
  const isEngaged = Uint8Array.from(kinds, ({ engaged }) => (engaged ? 1 : 0));
  const counts = new Float64Array(kinds.length);
  const engaged = new Uint32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const kind = kindOf[row] ?? 0;
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (isEngaged[kind] === 1) engaged[count++] = row;
  }
  return { counts, engaged: engaged.subarray(0, count) };
}

function bitsOf(kind: Kind): number {
  return names.reduce((bits, name) => bits | (wholes[name](kind) ? bitOf[name] : 0), 0);
}

/** How many cases are of kinds for which something holds. */
export function countOf({ kinds, counts }: Pick<Sample, 'kinds' | 'counts'>, holds: Asked): number {
  return kinds.reduce((sum, kind, number) => sum + (holds(kind) ? (counts[number] ?? 0) : 0), 0);
}

/** Share of a whole for which something holds, respecting repeated customers. */
export function shareOf(sample: Sample, over: Whole, holds: Asked): Rate {
  return rateOf(shareMoments(sample, over, holds));
}

/** The same where cases hold in part. @param part how far, 0–1 */
export function meanOf(sample: Sample, over: Whole, part: (kind: Kind) => number): Rate {
  const { kinds, counts } = sample;
  const squares = kinds.reduce(
    (sum, kind, number) => sum + (wholes[over](kind) ? (counts[number] ?? 0) * part(kind) ** 2 : 0),
    0,
  );
  return rateOf(momentsOver(sample, over, part), squares);
}

/** The sums a share and its interval are made of: exact, as they count whole cases. */
export function shareMoments(sample: Sample, over: Whole, holds: Asked): Moments {
  return momentsOver(sample, over, (kind) => (holds(kind) ? 1 : 0));
}

function momentsOver(
  { kinds, counts, meetings, customers }: Sample,
  over: Whole,
  part: (kind: Kind) => number,
): Moments {
  const isIn = kinds.map(wholes[over]);
  const parts = kinds.map((kind, number) => (isIn[number] === true ? part(kind) : 0));
  let [total, n, totalTotal, totalSize, sizeSize] = [0, 0, 0, 0, 0];
  for (const [number, count] of counts.entries()) {
    if (isIn[number]) n += count;
    total += count * (parts[number] ?? 0);
  }
  for (const { a, b, n: product } of meetings) {
    if (!isIn[a] || !isIn[b]) continue;
    sizeSize += product;
    const first = parts[a] ?? 0;
    totalSize += first * product;
    totalTotal += first * (parts[b] ?? 0) * product;
  }
  const clusters = customers.reduce((sum, count, bits) => sum + ((bits & bitOf[over]) !== 0 ? count : 0), 0);
  return { total, n, clusters, totalTotal, totalSize, sizeSize };
}
