/**
 * The cases a query is about, as rows of the table.
 */
import { flags } from '../../table/brief.ts';
import type { TableView } from '../../table/create-table.ts';
import type { Place } from '../../table/terms.ts';
import { matches, type Query, rangeOf } from '../query.ts';

/**
 * A case belongs to the day it started; an answer brought in from another touchpoint is a contact and no case.
 *
 * @param what cases alone, or all contacts
 */
export function selectRows(table: TableView, query: Query, what: 'cases' | 'contacts' = 'cases'): Uint32Array {
  const notMeant = what === 'cases' ? flags.answersOnly : 0;
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = rangeOf(query);
  const { size, alive, flags: bits, startedAt, place } = table.columns();
  const isPlace = Uint8Array.from(table.places(), (one: Place) => (matches(one, query.filters) ? 1 : 0));
  const rows = new Uint32Array(size);
  let count = 0;
  for (let row = 0; row < size; row++) {
    if (alive[row] === 0 || isPlace[place[row] ?? 0] === 0 || ((bits[row] ?? 0) & notMeant) !== 0) continue;
    const at = startedAt[row] ?? 0;
    if (at >= from && at < to) rows[count++] = row;
  }
  return rows.subarray(0, count);
}
