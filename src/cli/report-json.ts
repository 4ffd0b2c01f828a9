import { nearest } from '../errors/nearest.ts';
import { TouchpointError } from '../errors/touchpoint-error.ts';
import { published } from '../measurement/constants/measures.ts';
import { parseFacts } from '../reports/facts/parse-facts.ts';
import { buildReport } from '../reports/report/build-report.ts';
import { type Dimension, dimensions, type Query, rangeOf } from '../reports/report/query.ts';
import type { Report } from '../reports/report/report.ts';
import type { Clock, Store } from '../runtime/ports.ts';
import type { Config } from './config/config.ts';

export type Asked = {
  readonly store: Pick<Store, 'facts'>;
  readonly config: Pick<Config, 'zone'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly flags: Flags;
};

/** What a report was asked for, checked. */
export type Flags = Pick<Query, 'from' | 'to' | 'by' | 'filters'>;

/** Seed of the resamples that intervals come from: the same report twice is the same to the byte. */
const seed = 1;
const date = /^\d{4}-\d{2}-\d{2}$/;

/** The experience report, computed from the facts as they stand. */
export async function makeReport({ store, config, clock, flags }: Asked): Promise<Report> {
  const parsed: Query = { ...flags, zone: config.zone, asOf: clock.now(), seed };
  const rows = await store.facts(rangeOf(parsed));
  return buildReport(
    rows.map(({ facts }) => parseFacts(facts)),
    parsed,
    published,
  );
}

/** The report as every surface gets it: one line of JSON. */
export async function reportJson(asked: Asked): Promise<string> {
  return `${JSON.stringify(await makeReport(asked))}\n`;
}

/**
 * Reads the flags of `touchpoint report`, from the command line or from an address.
 *
 * @throws TouchpointError USAGE for unknown or malformed ones
 */
export function readFlags({ from, to, by, ...rest }: Readonly<Record<string, string>>): Flags {
  const filters = Object.entries(rest).map(([name, value]) => [dimensionOf(name), value]);
  return {
    from: dateOf('from', from),
    to: dateOf('to', to),
    by: by === undefined ? null : dimensionOf(by),
    filters: Object.fromEntries(filters),
  };
}

function dateOf(name: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  if (date.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new TouchpointError('USAGE', `report: '${text}' is not a date`, { fix: `write --${name} as 2026-11-30` });
}

function dimensionOf(name: string): Dimension {
  const found = dimensions.find((dimension) => dimension === name);
  if (found) return found;
  const near = nearest(name, dimensions);
  throw new TouchpointError('USAGE', `report: there is no dimension '${name}'`, {
    fix: near === undefined ? `use one of: ${dimensions.join(', ')}` : `did you mean '${near}'?`,
  });
}
