import type { Measures } from '../../measurement/constants/measures.ts';
import type { Facts } from '../../measurement/facts.ts';
import type { Store } from '../../runtime/ports.ts';
import { storedFacts } from '../facts/stored-facts.ts';
import { buildReport } from './build-report.ts';
import type { Query } from './query.ts';
import type { Report } from './report.ts';

export type ReportSource = { readonly store: Pick<Store, 'facts'>; readonly measures: Measures };

/** The report a query asks for, from the facts as they are stored: what every surface shows. Rejects as the store does. */
export async function readReport({ store, measures }: ReportSource, query: Query): Promise<Report> {
  const facts: Facts[] = [];
  for await (const one of storedFacts(store, {})) facts.push(one);
  return buildReport(facts, query, measures);
}
