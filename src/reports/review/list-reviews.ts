/**
 * What people are to review: of each month fifty cases drawn from those only assumed to be solved, and one in twenty rejections. A case's lot was drawn when
 * it matured, so nobody chooses, and the list stays the same as more cases come in. Source: measurement §3.
 */
import type { Facts } from '../../measurement/facts.ts';
import type { OutcomeState } from '../../measurement/outcome/outcome-states.ts';
import type { Store } from '../../runtime/ports.ts';
import { storedFacts } from '../facts/stored-facts.ts';
import { type Query, rangeOf, selects } from '../report/query.ts';
import { createDayOf } from '../report/trend/create-day-of.ts';

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
export function listReviews(store: Pick<Store, 'facts'>, query: Query): Promise<ReviewList> {
  return reviewsOf(storedFacts(store, rangeOf(query)), query);
}

/** The same of facts in hand, in any order. */
export async function reviewsOf(all: AsyncIterable<Facts> | Iterable<Facts>, query: Query): Promise<ReviewList> {
  const isSelected = selects(query);
  const dayOf = createDayOf(query.zone);
  const assumed = new Map<string, readonly Drawn[]>();
  const rejected: Drawn[] = [];
  for await (const facts of all) {
    const lot = facts.review.draw;
    if (lot === null || !isSelected(facts)) continue;
    if (isRejected(facts) && lot < rejectedShare) rejected.push({ item: itemOf(facts, 'rejected', dayOf), lot });
    if (facts.outcome.state !== 'resolved_assumed') continue;
    const item = itemOf(facts, 'assumed', dayOf);
    assumed.set(item.month, lowest([...(assumed.get(item.month) ?? []), { item, lot }]));
  }
  const items = [...[...assumed.values()].flat(), ...rejected].sort(waitingFirst).map(({ item }) => item);
  const waiting = items.filter(({ judged }) => judged === null).length;
  return { schema: 'reviews/1', waiting, judged: items.length - waiting, items };
}

/** The bot said that it is not its topic, or understood nothing. */
function isRejected({ outcome, burdens, engaged }: Facts): boolean {
  return engaged && (outcome.state === 'out_of_scope' || burdens.some(({ signal }) => signal === 'no_match'));
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

function itemOf(facts: Facts, sample: Sampled, dayOf: ReturnType<typeof createDayOf>): ReviewItem {
  return {
    case: facts.case,
    sample,
    month: dayOf.at(facts.startedAt).slice(0, 7),
    startedAt: new Date(facts.startedAt).toISOString(),
    intent: facts.intent,
    outcome: facts.outcome.state,
    judged: facts.review.judged.find((one) => one.sample === sample)?.value ?? null,
  };
}
