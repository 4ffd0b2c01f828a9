import type { Measures } from '../../measurement/constants/measures.ts';
import type { Cases } from '../table/keep-table.ts';
import { reportOf } from './build-report.ts';
import type { Query } from './query.ts';
import type { Report } from './report.ts';

export type ReportSource = { readonly cases: Cases; readonly measures: Measures };

/** The report a query asks for, from the cases as they are stored: what every surface shows. Rejects as the store does. */
export async function readReport({ cases, measures }: ReportSource, query: Query): Promise<Report> {
  return reportOf(await cases.table(), query, measures);
}
