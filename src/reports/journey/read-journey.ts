import type { Measures } from '../../measurement/constants/measures.ts';
import type { Facts } from '../../measurement/facts.ts';
import type { Store } from '../../runtime/ports.ts';
import { storedFacts } from '../facts/stored-facts.ts';
import { meets, type Query, rangeOf } from '../report/query.ts';
import { createJourney } from './create-journey.ts';
import type { Journey } from './journey.ts';
import { type CustomerPath, pathOfCustomer } from './path-of-customer.ts';

export type JourneySource = { readonly store: Pick<Store, 'facts'>; readonly measures: Measures };

/** Rejects as the store does. */
export async function readJourney({ store }: JourneySource, query: Query): Promise<Journey> {
  const journey = createJourney(query);
  for await (const facts of storedFacts(store, rangeOf(query))) journey.add(facts);
  return journey.read();
}

/** The way of one customer, by the id that lists of cases and `touchpoint export` name. No contacts where nobody is known by it. */
export async function readPath(
  { store, measures }: JourneySource,
  query: Query,
  customer: string,
): Promise<CustomerPath> {
  const isMeant = meets(query);
  const own: Facts[] = [];
  for await (const facts of storedFacts(store, rangeOf(query)))
    if (facts.customer === customer && isMeant(facts)) own.push(facts);
  return pathOfCustomer(measures, customer, own);
}
