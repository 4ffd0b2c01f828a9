import { TouchpointError } from '../errors/touchpoint-error.ts';
import type { Measures } from '../measurement/constants/measures.ts';
import { renderCsv } from '../reports/csv/render-csv.ts';
import { type HoursSource, readHours } from '../reports/hours/read-hours.ts';
import { type HistorySource, recomputeReport } from '../reports/measures/recompute-report.ts';
import type { Reports } from '../reports/report/read-report.ts';
import type { Report } from '../reports/report/report.ts';
import type { Cases } from '../reports/table/keep-table.ts';
import type { Clock } from '../runtime/ports.ts';
import type { Config } from './config/config.ts';
import { breaksOf, latestOf, type MeasuresHistory } from './measures/read-measures.ts';
import type { Flags } from './report-flags.ts';

export type Asked = {
  readonly store: HistorySource['store'];
  readonly cases: Cases;
  readonly reports: Reports;
  readonly config: Pick<Config, 'zone'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly flags: Flags;
  readonly history: MeasuresHistory;
};

export type AskedHours = Omit<Asked, 'store' | 'cases' | 'reports'> & { readonly store: HoursSource['store'] };

/** Seed of the resamples that intervals come from: the same report twice is the same to the byte. */
export const seed = 1;

/**
 * The experience report: of the facts as they stand, or, for measures of before, of facts folded anew.
 *
 * @throws TouchpointError USAGE where there are no measures of that number
 */
export async function makeReport({ store, reports, config, clock, flags, history }: Asked): Promise<Report> {
  const { measures: number, ...asked } = flags;
  const query = { ...asked, zone: config.zone, asOf: clock.now(), seed, breaks: breaksOf(history) };
  const latest = latestOf(history);
  const measures = number === undefined ? latest : numbered(history, number);
  return measures === latest ? reports.read(query, measures) : recomputeReport({ store, measures }, query);
}

function numbered(history: MeasuresHistory, number: number): Measures {
  const found = history.find((one) => one.number === number);
  if (found) return found;
  throw new TouchpointError('USAGE', `report: there are no measures of number ${number}`, {
    fix: `use one of: ${history.map((one) => one.number).join(', ')}`,
  });
}

/** The cases hour by hour, as one line of JSON. */
export async function hoursJson({ store, config, clock, flags, history }: AskedHours): Promise<string> {
  const query = { ...flags, zone: config.zone, asOf: clock.now() };
  return `${JSON.stringify(await readHours({ store, measures: latestOf(history) }, query))}\n`;
}

/** The report as every surface gets it: one line of JSON. */
export async function reportJson(asked: Asked): Promise<string> {
  return `${JSON.stringify(await makeReport(asked))}\n`;
}

/** A row a group, as `report --csv` writes it. */
export async function reportCsv(asked: Asked): Promise<string> {
  return renderCsv(await makeReport(asked));
}
