/**
 * What people are to review: of each month fifty cases drawn from those only assumed to be solved, and one in twenty rejections. A case's lot was drawn when
 * it matured, so nobody chooses, and the list stays the same as more cases come in. Source: measurement §3.
 */
import type { OutcomeState } from '../../measurement/outcome/outcome-states.ts';
import { selectRows } from '../report/cases/select-rows.ts';
import type { Query } from '../report/query.ts';
import { createDayOf } from '../report/trend/create-day-of.ts';
import type { TableView } from '../table/create-table.ts';
import type { Cases } from '../table/keep-table.ts';

export type Sampled = 'assumed' | 'rejected';

/** @property judged what was found; `null` while it waits */
export type ReviewItem = {
  readonly case: string;
  readonly sample: Sampled;
  readonly month: string;
  readonly startedAt: string;
  readonly intent: string | null;
  readonly outcome: OutcomeState;
  readonly judged: boolean | null;
};

/** @property waiting how many wait; @property items those that wait first, each in the order of their lots */
export type ReviewList = {
  readonly schema: 'reviews/1';
  readonly waiting: number;
  readonly judged: number;
  readonly items: readonly ReviewItem[];
};

const assumedAMonth = 50;
const rejectedShare = 1 / 20;

type Drawn = { readonly item: ReviewItem; readonly lot: number };

/** Rejects as the store does. */
export async function listReviews(cases: Cases, query: Query): Promise<ReviewList> {
  return reviewsOf(await cases.table(), query);
}

/** The same of cases in hand. */
export function reviewsOf(table: TableView, query: Query): ReviewList {
  const { lot, kind: kindOf } = table.columns();
  const itemAt = itemsIn(table, query.zone);
  const isRejected = rejectedIn(table);
  const assumed = new Map<string, readonly Drawn[]>();
  const rejected: Drawn[] = [];
  for (const row of selectRows(table, query)) {
    const drawn = lot[row] ?? Number.NaN;
    if (Number.isNaN(drawn)) continue;
    if (drawn < rejectedShare && isRejected(row)) rejected.push({ item: itemAt(row, 'rejected'), lot: drawn });
    if (table.kinds()[kindOf[row] ?? 0]?.state !== 'resolved_assumed') continue;
    const item = itemAt(row, 'assumed');
    const known = assumed.get(item.month) ?? [];
    if (drawn <= (known[assumedAMonth - 1]?.lot ?? 1))
      assumed.set(item.month, lowest([...known, { item, lot: drawn }]));
  }
  const items = [...[...assumed.values()].flat(), ...rejected].sort(waitingFirst).map(({ item }) => item);
  const waiting = items.filter(({ judged }) => judged === null).length;
  return { schema: 'reviews/1', waiting, judged: items.length - waiting, items };
}

/** The bot said that it is not its topic, or understood nothing. */
function rejectedIn(table: TableView): (row: number) => boolean {
  const { kind, firstCost, costs } = table.columns();
  const [kinds, causes, causeOf] = [table.kinds(), table.causes(), table.costs.causes()];
  return (row) => {
    const how = kinds[kind[row] ?? 0];
    if (!how?.engaged) return false;
    const first = firstCost[row] ?? 0;
    const own = causeOf.subarray(first, first + (costs[row] ?? 0));
    return how.state === 'out_of_scope' || own.some((cause) => causes[cause]?.signal === 'no_match');
  };
}

function lowest(drawn: readonly Drawn[]): readonly Drawn[] {
  return drawn.toSorted(byLot).slice(0, assumedAMonth);
}

function waitingFirst(a: Drawn, b: Drawn): number {
  return Number(a.item.judged !== null) - Number(b.item.judged !== null) || byLot(a, b);
}

function byLot(a: Drawn, b: Drawn): number {
  return a.lot - b.lot || (a.item.case < b.item.case ? -1 : 1);
}

function itemsIn(table: TableView, zone: string): (row: number, sample: Sampled) => ReviewItem {
  const dayOf = createDayOf(zone);
  const { startedAt, place, kind: kindOf } = table.columns();
  return (row, sample) => {
    const at = startedAt[row] ?? 0;
    const kind = table.kinds()[kindOf[row] ?? 0];
    return {
      case: table.cases.at(row),
      sample,
      month: dayOf.at(at).slice(0, 7),
      startedAt: new Date(at).toISOString(),
      intent: table.places()[place[row] ?? 0]?.intent ?? null,
      outcome: kind?.state ?? 'open',
      judged: (sample === 'assumed' ? kind?.judgedAssumed : kind?.judgedRejected) ?? null,
    };
  };
}
