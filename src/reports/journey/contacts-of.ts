/**
 * The contacts of every customer, each customer's in order of time: what all figures of the journey walk over.
 */
import { byCustomer, type Clusters } from '../report/cases/by-customer.ts';
import { flags } from '../table/brief.ts';
import type { TableView } from '../table/create-table.ts';
import { contactIn } from './contact.ts';

/** @property rows of the table, those of one customer side by side, in order of time; one nobody is known for stands alone */
export type Contacts = Clusters & { readonly table: TableView };

/** @param selected rows in any order */
export function contactsOf(table: TableView, selected: Uint32Array): Contacts {
  const contactAt = contactIn(table);
  const rows = byCustomer(
    table,
    selected.filter((row) => contactAt(row) !== undefined),
  );
  return inOrder({ table, rows, starts: startsIn(table, rows) });
}

/** The contacts of customers who can be known again. */
export function knownContacts({ table, rows: all }: Contacts): Contacts {
  const { flags: bits } = table.columns();
  const rows = all.filter((row) => ((bits[row] ?? 0) & (flags.identified | flags.nobody)) === flags.identified);
  return { table, rows, starts: startsIn(table, rows) };
}

/**
 * Calls with each contact, customer by customer, each customer's in order of time.
 *
 * @param visit is given the row, and whose it is: from 1
 * @param done a customer has no more contacts
 */
export function walk(
  { rows, starts }: Contacts,
  visit: (row: number, customer: number) => void,
  done?: (customer: number) => void,
): void {
  for (let customer = 1; customer < starts.length; customer++) {
    const end = starts[customer] ?? 0;
    for (let i = starts[customer - 1] ?? 0; i < end; i++) visit(rows[i] ?? 0, customer);
    done?.(customer);
  }
}

function startsIn(table: TableView, rows: Uint32Array): Uint32Array {
  const { customer } = table.columns();
  const starts = new Uint32Array(rows.length + 1);
  let count = 0;
  for (let i = 0; i < rows.length; i++)
    if (i === 0 || customer[rows[i] ?? 0] !== customer[rows[i - 1] ?? 0]) starts[count++] = i;
  starts[count] = rows.length;
  return starts.subarray(0, count + 1);
}

function inOrder(contacts: Contacts): Contacts {
  const { table, rows, starts } = contacts;
  const { startedAt } = table.columns();
  const order = (a: number, b: number): number =>
    (startedAt[a] ?? 0) - (startedAt[b] ?? 0) || table.cases.compare(a, b);
  for (let cluster = 1; cluster < starts.length; cluster++) {
    const [from, end] = [starts[cluster - 1] ?? 0, starts[cluster] ?? 0];
    let isSorted = true;
    for (let i = from + 1; isSorted && i < end; i++) isSorted = order(rows[i - 1] ?? 0, rows[i] ?? 0) < 0;
    if (!isSorted) rows.subarray(from, end).sort(order);
  }
  return contacts;
}
