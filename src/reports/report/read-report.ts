import type { Measures } from '../../measurement/constants/measures.ts';
import type { Cases } from '../table/keep-table.ts';
import { dated, type Made, makeFigures } from './build-report.ts';
import type { Query } from './query.ts';
import type { Report } from './report.ts';

/** The report a query asks for, from the cases as they are stored: what every surface shows. Rejects as the store does. */
export type Reports = { read(query: Query, measures: Measures): Promise<Report> };

type Kept = { readonly changes: number; readonly made: Made };

/** So many views are kept; one asked for again while no case has changed is not made anew. */
const mostKept = 64;

export function readReports(cases: Cases): Reports {
  const kept = new Map<string, Kept>();
  return {
    async read(query, measures) {
      const table = await cases.table();
      const key = JSON.stringify([{ ...query, asOf: 0 }, measures.number]);
      const known = kept.get(key);
      const isKnown = known?.changes === table.changes() && query.asOf < known.made.borne.until;
      const made = isKnown ? known.made : makeFigures(table, query, measures);
      kept.delete(key);
      kept.set(key, { changes: table.changes(), made });
      forgetOldest(kept);
      return dated(made, query);
    },
  };
}

function forgetOldest(kept: Map<string, Kept>): void {
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
}
