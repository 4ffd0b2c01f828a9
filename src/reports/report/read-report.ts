import type { Measures } from '../../measurement/constants/measures.ts';
import type { Store } from '../../runtime/ports.ts';
import { parseFacts } from '../facts/parse-facts.ts';
import { buildReport } from './build-report.ts';
import { type Query, rangeOf } from './query.ts';
import type { Report } from './report.ts';

export type ReportSource = { readonly store: Pick<Store, 'facts'>; readonly measures: Measures };

/** The report a query asks for, from the facts as they are stored: what every surface shows. Rejects as the store does. */
export async function readReport({ store, measures }: ReportSource, query: Query): Promise<Report> {
  const rows = await store.facts(rangeOf(query));
  return buildReport(
    rows.map(({ facts }) => parseFacts(facts)),
    query,
    measures,
  );
}
