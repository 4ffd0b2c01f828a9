/**
 * The report under any measures: all facts are folded anew from the events, and none is stored.
 */
import type { Measures } from '../../measurement/constants/measures.ts';
import type { CountedFacts } from '../../runtime/ports/facts.ts';
import type { Store } from '../../runtime/ports.ts';
import { createProjector, type FactsStore } from '../facts/create-projector.ts';
import { parseFacts } from '../facts/parse-facts.ts';
import { reportOf } from '../report/build-report.ts';
import type { Query } from '../report/query.ts';
import type { Report } from '../report/report.ts';
import { briefOf } from '../table/brief.ts';
import { createTable } from '../table/create-table.ts';

export type HistorySource = { readonly store: Pick<Store, 'events' | 'conversations'>; readonly measures: Measures };

/** Takes as long as a rebuild. Rejects as the store does. */
export async function recomputeReport({ store, measures }: HistorySource, query: Query): Promise<Report> {
  const table = createTable();
  const written = (conversation: string, rows: readonly CountedFacts[]): void =>
    table.set(
      conversation,
      briefOf(
        measures,
        rows.map(({ facts }) => parseFacts(facts)),
      ),
    );
  await createProjector({ store: everything(store, written), measures, zone: query.zone }).catchUp();
  return reportOf(table, query, measures);
}

/** A store in which every conversation waits to be projected, once. */
function everything(
  store: HistorySource['store'],
  written: (conversation: string, rows: readonly CountedFacts[]) => void,
): FactsStore {
  let after = '';
  return {
    events: store.events,
    async dirtyConversations(limit) {
      const page = await store.conversations({ after, limit });
      after = page.at(-1) ?? after;
      return page.map((conversation) => ({ conversation, seq: 0 }));
    },
    async writeFacts(conversation, _seq, rows) {
      written(conversation, rows);
    },
    // each has its turn, and is read with all that happened
    async markDirty() {},
  };
}
