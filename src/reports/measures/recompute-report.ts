/**
 * The report under any measures: all facts are folded anew from the events, and none is stored.
 */
import type { Measures } from '../../measurement/constants/measures.ts';
import type { CountedFacts } from '../../runtime/ports/facts.ts';
import type { Store } from '../../runtime/ports.ts';
import { createProjector, type FactsStore } from '../facts/create-projector.ts';
import { parseFacts } from '../facts/parse-facts.ts';
import { createReport } from '../report/build-report.ts';
import type { Query } from '../report/query.ts';
import type { Report } from '../report/report.ts';

export type HistorySource = { readonly store: Pick<Store, 'events' | 'conversations'>; readonly measures: Measures };

/** Takes as long as a rebuild. Rejects as the store does. */
export async function recomputeReport({ store, measures }: HistorySource, query: Query): Promise<Report> {
  const report = createReport(query, measures);
  const written = (rows: readonly CountedFacts[]): void => {
    for (const { facts } of rows) report.add(parseFacts(facts));
  };
  await createProjector({ store: everything(store, written), measures, zone: query.zone }).catchUp();
  return report.read();
}

/** A store in which every conversation waits to be projected, once. */
function everything(store: HistorySource['store'], written: (rows: readonly CountedFacts[]) => void): FactsStore {
  let after = '';
  return {
    events: store.events,
    async dirtyConversations(limit) {
      const page = await store.conversations({ after, limit });
      after = page.at(-1) ?? after;
      return page.map((conversation) => ({ conversation, seq: 0 }));
    },
    async writeFacts(_conversation, _seq, rows) {
      written(rows);
    },
    // each has its turn, and is read with all that happened
    async markDirty() {},
  };
}
