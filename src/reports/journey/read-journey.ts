import type { Measures } from '../../measurement/constants/measures.ts';
import type { Query } from '../report/query.ts';
import type { Cases } from '../table/keep-table.ts';
import type { Journey } from './journey.ts';
import { journeyOf } from './journey-of.ts';
import { type CustomerPath, pathOfCustomer } from './path-of-customer.ts';

export type JourneySource = { readonly cases: Cases; readonly measures: Measures };

/** Rejects as the store does. */
export async function readJourney({ cases }: JourneySource, query: Query): Promise<Journey> {
  return journeyOf(await cases.table(), query);
}

/** The way of one customer, by the id that lists of cases and `touchpoint export` name. No contacts where nobody is known by it. */
export async function readPath(
  { cases, measures }: JourneySource,
  query: Query,
  customer: string,
): Promise<CustomerPath> {
  return pathOfCustomer(await cases.table(), { query, measures, customer });
}
