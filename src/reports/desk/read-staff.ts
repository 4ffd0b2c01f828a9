/** What people did with the cases that were handed to them: all together, by team, by day of the week and by agent. */
import { isAnswersOnly } from '../../measurement/experience/is-answers-only.ts';
import type { Facts } from '../../measurement/facts.ts';
import { followHandoffs } from '../../measurement/handoffs/follow-handoffs.ts';
import type { Store } from '../../runtime/ports.ts';
import { storedFacts } from '../facts/stored-facts.ts';
import { type Filters, matches, type Query, rangeOf } from '../report/query.ts';
import { dateAt } from '../report/zone-day.ts';
import { type Handover, type StaffFigures, staffFigures } from './staff-figures.ts';

export type Staff = StaffFigures & {
  readonly schema: 'staff/1';
  readonly from: string | null;
  readonly to: string | null;
  readonly zone: string;
  readonly asOf: string;
  readonly filters: Filters;
  /** the team a conversation was last meant for; `null`: anybody */
  readonly teams: readonly (StaffFigures & { readonly team: string | null })[];
  /** the day people were asked for, in `zone`: 1 is Monday, 7 Sunday; days without any are left out */
  readonly weekdays: readonly (StaffFigures & { readonly weekday: number })[];
  /** by who took it first; `name`: `null` where all words of theirs were erased */
  readonly agents: readonly (StaffFigures & { readonly agent: string; readonly name: string | null })[];
};

/** A conversation belongs to the day its case began. Conversations without a handoff are not read. Rejects as the store does. */
export async function readStaff(store: Pick<Store, 'facts' | 'events'>, query: Query): Promise<Staff> {
  const { from, to, zone, asOf, filters } = query;
  const all = await handoversOf(store, query);
  const byAgent = Map.groupBy(
    all.filter(({ agent }) => agent !== null),
    ({ agent }) => agent ?? '',
  );
  return {
    schema: 'staff/1',
    ...{ from, to, zone, asOf: new Date(asOf).toISOString(), filters },
    ...staffFigures(all),
    teams: largestFirst(Map.groupBy(all, ({ team }) => team)).map(([team, some]) => ({ team, ...staffFigures(some) })),
    weekdays: [...Map.groupBy(all, ({ requestedAt }) => weekdayOf(dateAt(requestedAt, zone)))]
      .sort(([a], [b]) => a - b)
      .map(([weekday, some]) => ({ weekday, ...staffFigures(some) })),
    agents: largestFirst(byAgent).map(([agent, some]) => ({ agent, name: nameIn(some), ...staffFigures(some) })),
  };
}

/** Of a date: 1 is Monday. */
function weekdayOf(date: string): number {
  return ((new Date(date).getUTCDay() + 6) % 7) + 1;
}

async function handoversOf(store: Pick<Store, 'facts' | 'events'>, query: Query): Promise<readonly Handover[]> {
  const told = new Map<string, { readonly customer: string; readonly toldAgain: boolean }>();
  for await (const facts of storedFacts(store, rangeOf(query))) {
    const { asked, byBot, joined } = facts.person;
    if (isAnswersOnly(facts) || !matches(facts, query.filters) || !(asked || byBot || joined)) continue;
    for (const conversation of facts.conversations) {
      const toldAgain = isToldAgain(facts) || told.get(conversation)?.toldAgain === true;
      told.set(conversation, { customer: facts.customer, toldAgain });
    }
  }
  const found: Handover[] = [];
  for (const [conversation, { customer, toldAgain }] of told) {
    const courses = followHandoffs(await store.events(conversation, { after: 0 }));
    found.push(...courses.map((one) => ({ ...one, customer, toldAgain: toldAgain && one.acceptedAt !== null })));
  }
  return found;
}

function isToldAgain({ burdens }: Facts): boolean {
  return burdens.some(({ signal, count }) => signal === 'told_again' && count > 0);
}

function largestFirst<K>(groups: ReadonlyMap<K, readonly Handover[]>): readonly (readonly [K, readonly Handover[]])[] {
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

function nameIn(some: readonly Handover[]): string | null {
  return some.findLast(({ name }) => name !== null)?.name ?? null;
}
