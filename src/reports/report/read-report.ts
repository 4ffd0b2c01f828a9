import type { Measures } from '../../measurement/constants/measures.ts';
import type { Store } from '../../runtime/ports.ts';
import { storedFacts } from '../facts/stored-facts.ts';
import { createReport } from './build-report.ts';
import { type Query, rangeOf } from './query.ts';
import type { Report } from './report.ts';

export type ReportSource = { readonly store: Pick<Store, 'facts'>; readonly measures: Measures };

/** The report a query asks for, from the facts as they are stored: what every surface shows. Rejects as the store does. */
export async function readReport({ store, measures }: ReportSource, query: Query): Promise<Report> {
  const report = createReport(query, measures);
  for await (const facts of storedFacts(store, rangeOf(query))) report.add(facts);
  return report.read();
}
