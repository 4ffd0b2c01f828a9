/**
 * The handovers that a query is about. Which cases were handed over the columns tell; of those alone events are read, and what came of their handoffs is kept until the
 * conversation goes on. Names of agents are not kept, so that they are gone once they are erased.
 */
import { followHandoffs, type HandoffCourse } from '../../measurement/handoffs/follow-handoffs.ts';
import type { Store } from '../../runtime/ports.ts';
import { parseFacts } from '../facts/parse-facts.ts';
import { selectRows } from '../report/cases/select-rows.ts';
import type { Query } from '../report/query.ts';
import { flags } from '../table/brief.ts';
import type { TableView } from '../table/create-table.ts';
import type { Cases } from '../table/keep-table.ts';
import type { Handover } from './staff-figures.ts';

/**
 * @property read in the order in which cases began; a conversation of several cases counts once. Rejects as the store does.
 * @property nameOf what the agent who took these was called last; `null` where all words of theirs were erased
 */
export type Handovers = {
  read(query: Query): Promise<readonly Handover[]>;
  nameOf(some: readonly Handover[]): Promise<string | null>;
};

/** @property after the change of the conversation it was read after; @property isNameless names that it had were erased */
type Kept = { readonly after: number; readonly courses: readonly HandoffCourse[]; isNameless: boolean };

/** Whose conversation it is, and whether they had to say something once more. @property after the last change of it, or of a case that went on in it */
type Met = { readonly customer: string; readonly toldAgain: boolean; readonly after: number };

export function keepHandovers(store: Pick<Store, 'facts' | 'events'>, cases: Cases): Handovers {
  const kept = new Map<string, Kept>();
  return {
    async read(query) {
      const table = await cases.table();
      const met = await conversationsMet(store, table, handedOver(table, query));
      const found: Handover[] = [];
      for (const [conversation, { customer, toldAgain, after }] of met) {
        const known = kept.get(conversation);
        const { courses } = known?.after === after ? known : await follow(conversation, after);
        for (const one of courses)
          found.push({ ...one, conversation, customer, toldAgain: toldAgain && one.acceptedAt !== null });
      }
      return found;
    },
    async nameOf(some) {
      for (const { conversation, handoff } of some.toReversed()) {
        const known = kept.get(conversation);
        if (known?.isNameless) continue;
        const name = (await coursesOf(conversation)).find((one) => one.handoff === handoff)?.name ?? null;
        if (name !== null) return name;
        if (known) known.isNameless = true;
      }
      return null;
    },
  };

  async function follow(conversation: string, after: number): Promise<Kept> {
    const courses = (await coursesOf(conversation)).map((one) => ({ ...one, name: null }));
    const following = { after, courses, isNameless: false };
    kept.set(conversation, following);
    return following;
  }

  async function coursesOf(conversation: string): Promise<readonly HandoffCourse[]> {
    return followHandoffs(await store.events(conversation, { after: 0 }));
  }
}

/** Rows of cases that know of a wish for a person or a handoff, in order of their beginning. */
function handedOver(table: TableView, query: Query): Uint32Array {
  const { kind, startedAt, conversation } = table.columns();
  const isHanded = Uint8Array.from(table.kinds(), ({ asked, byBot, joined }) => Number(asked || byBot || joined));
  return selectRows(table, query)
    .filter((row) => isHanded[kind[row] ?? 0] === 1)
    .sort(
      (a, b) =>
        (startedAt[a] ?? 0) - (startedAt[b] ?? 0) ||
        table.conversations.compare(conversation[a] ?? 0, conversation[b] ?? 0) ||
        table.cases.compare(a, b),
    );
}

async function conversationsMet(
  store: Pick<Store, 'facts'>,
  table: TableView,
  rows: Uint32Array,
): Promise<ReadonlyMap<string, Met>> {
  const { conversation, customer, flags: bits } = table.columns();
  const isToldAgain = toldAgainIn(table);
  const met = new Map<string, Met>();
  for (const row of rows) {
    const home = conversation[row] ?? 0;
    const name = table.conversations.at(home);
    const own = {
      customer: table.customers.at(customer[row] ?? 0),
      toldAgain: isToldAgain(row),
      after: table.changedAt(home),
    };
    const isAlone = ((bits[row] ?? 0) & flags.returned) === 0;
    const all = isAlone ? [name] : await conversationsOf(store, name, table.cases.at(row));
    for (const one of all)
      met.set(one, both(met.get(one), { ...own, after: Math.max(own.after, changeOf(table, one)) }));
  }
  return met;
}

function both(a: Met | undefined, b: Met): Met {
  return a ? { ...b, toldAgain: a.toldAgain || b.toldAgain, after: Math.max(a.after, b.after) } : b;
}

function changeOf({ conversations, changedAt }: TableView, conversation: string): number {
  const number = conversations.find(conversation);
  return number === undefined ? 0 : changedAt(number);
}

/** Of a case that went on in several: that they are few is what a bot is for. */
async function conversationsOf(store: Pick<Store, 'facts'>, home: string, id: string): Promise<readonly string[]> {
  const rows = await store.facts({ conversation: home });
  return rows.filter((row) => row.case === id).flatMap(({ facts }) => parseFacts(facts).conversations);
}

function toldAgainIn(table: TableView): (row: number) => boolean {
  const { firstCost, costs } = table.columns();
  const causes = table.costs.causes();
  const isToldAgain = Uint8Array.from(table.causes(), ({ signal }) => Number(signal === 'told_again'));
  return (row) => {
    const first = firstCost[row] ?? 0;
    return causes.subarray(first, first + (costs[row] ?? 0)).some((cause) => isToldAgain[cause] === 1);
  };
}
