import type { Journey } from '../reports/journey/journey.ts';
import type { CustomerPath } from '../reports/journey/path-of-customer.ts';
import { readJourney, readPath } from '../reports/journey/read-journey.ts';
import { latestOf } from './measures/read-measures.ts';
import type { Flags } from './report-flags.ts';
import { readFlags } from './report-flags.ts';
import { type Asked, seed } from './report-json.ts';

/** @property customer whose way is asked for; `null`: that of all */
export type JourneyFlags = Pick<Flags, 'from' | 'to' | 'filters'> & { readonly customer: string | null };

type AskedJourney = Omit<Asked, 'flags' | 'store' | 'reports'> & { readonly flags: JourneyFlags };

/** @throws TouchpointError USAGE for unknown or malformed ones */
export function readJourneyFlags({ customer, ...rest }: Readonly<Record<string, string>>): JourneyFlags {
  const { from, to, filters } = readFlags(rest);
  return { from, to, filters, customer: customer ?? null };
}

export async function makeJourney({
  cases,
  config,
  clock,
  flags: { customer, ...flags },
  history,
}: AskedJourney): Promise<Journey | CustomerPath> {
  const query = { ...flags, by: null, zone: config.zone, asOf: clock.now(), seed };
  const source = { cases, measures: latestOf(history) };
  return customer === null ? readJourney(source, query) : readPath(source, query, customer);
}

/** The journey, or the path of one customer, as every surface gets it: one line of JSON. */
export async function journeyJson(asked: AskedJourney): Promise<string> {
  return `${JSON.stringify(await makeJourney(asked))}\n`;
}
