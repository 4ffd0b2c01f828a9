import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import type { Held } from '../../../runtime/ports/persons.ts';
import type { Store } from '../../../runtime/ports.ts';

/** A customer of whom something is held. */
export type Found = { readonly customer: string; readonly held: Held };

type Persons = Pick<Store, 'customersBehind' | 'heldOn'>;

/**
 * Finds a customer by the id that `export` prints, or by who they are on a channel, such as `web:user-42`. Who signed in on the web is found there too.
 *
 * @throws TouchpointError CUSTOMER_UNKNOWN where nobody is known by it, or several are
 */
export async function findCustomer(store: Persons, id: string): Promise<Found> {
  const held = await store.heldOn(id);
  if (isKnown(held)) return { customer: id, held };
  const [customer, ...others] = await behind(store, id);
  if (customer === undefined) throw unknown(id);
  if (others.length > 0) throw several(id, [customer, ...others]);
  return { customer, held: await store.heldOn(customer) };
}

/** That somebody was erased is known of them too, and is nothing that is held. */
function isKnown(held: Held): boolean {
  return Object.entries(held).some(([table, rows]) => table !== 'erasures' && rows.length > 0);
}

async function behind(store: Persons, id: string): Promise<readonly string[]> {
  const colon = id.indexOf(':');
  if (colon < 1) return [];
  const [channel, address] = [id.slice(0, colon), id.slice(colon + 1)];
  const signed = channel === 'web' ? await store.customersBehind({ channel: 'signed', address }) : [];
  const known = await store.customersBehind({ channel, address });
  return [...new Set([...signed, ...known])];
}

function unknown(id: string): TouchpointError {
  return new TouchpointError('CUSTOMER_UNKNOWN', `nobody is known as '${id}' in this data`, {
    fix: "give a customer's id as `touchpoint export` prints it, or a channel and who they are there, such as web:user-42",
  });
}

const mostNamed = 20;

function several(id: string, customers: readonly string[]): TouchpointError {
  const named = customers.slice(0, mostNamed).join(', ');
  const more = customers.length > mostNamed ? ` and ${customers.length - mostNamed} more` : '';
  return new TouchpointError('CUSTOMER_UNKNOWN', `'${id}' may be ${customers.length} customers: ${named}${more}`, {
    fix: 'name one of them at a time',
  });
}
