import { published } from '../measurement/constants/measures.ts';
import { type HoursSource, readHours } from '../reports/hours/read-hours.ts';
import { type ReportSource, readReport } from '../reports/report/read-report.ts';
import type { Report } from '../reports/report/report.ts';
import type { Clock } from '../runtime/ports.ts';
import type { Config } from './config/config.ts';
import type { Flags } from './report-flags.ts';

export type Asked = {
  readonly store: ReportSource['store'];
  readonly config: Pick<Config, 'zone'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly flags: Flags;
};

export type AskedHours = Omit<Asked, 'store'> & { readonly store: HoursSource['store'] };

/** Seed of the resamples that intervals come from: the same report twice is the same to the byte. */
export const seed = 1;

/** The experience report, computed from the facts as they stand. */
export function makeReport({ store, config, clock, flags }: Asked): Promise<Report> {
  return readReport({ store, measures: published }, { ...flags, zone: config.zone, asOf: clock.now(), seed });
}

/** The cases hour by hour, as one line of JSON. */
export async function hoursJson({ store, config, clock, flags }: AskedHours): Promise<string> {
  const query = { ...flags, zone: config.zone, asOf: clock.now() };
  return `${JSON.stringify(await readHours({ store, measures: published }, query))}\n`;
}

/** The report as every surface gets it: one line of JSON. */
export async function reportJson(asked: Asked): Promise<string> {
  return `${JSON.stringify(await makeReport(asked))}\n`;
}
