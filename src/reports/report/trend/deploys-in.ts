import type { TableView } from '../../table/create-table.ts';
import { dateAt } from '../zone-day.ts';
import type { Deploy } from './trend.ts';

/**
 * When versions of the bot came in, by their first cases. The version of the very first case was there before, and so was one that any case of the
 * business had before that.
 *
 * @param rows of the cases the report is about
 */
export function deploysIn(table: TableView, rows: Uint32Array, zone: string): readonly Deploy[] {
  const added = firstOf(table, rows);
  const inOrder = [...added].toSorted(([a, left], [b, right]) => left - right || (a < b ? -1 : 1));
  const since = inOrder[0]?.[1] ?? 0;
  const seen = inOrder.length < 2 ? added : firstOf(table, aliveRows(table));
  return inOrder
    .slice(1)
    .filter(([version]) => version !== '' && (seen.get(version) ?? since) >= since)
    .map(([version, at]) => ({ day: dateAt(at, zone), version }));
}

/** When each version's first case began. */
function firstOf(table: TableView, rows: Uint32Array): ReadonlyMap<string, number> {
  const { place, startedAt } = table.columns();
  const places = table.places();
  const first = new Float64Array(places.length).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const number = place[row] ?? 0;
    const at = startedAt[row] ?? 0;
    if (at < (first[number] ?? 0)) first[number] = at;
  }
  const versions = new Map<string, number>();
  for (const [number, { version }] of places.entries()) {
    const at = Math.min(first[number] ?? 0, versions.get(version) ?? Number.POSITIVE_INFINITY);
    if (at !== Number.POSITIVE_INFINITY) versions.set(version, at);
  }
  return versions;
}

export function aliveRows(table: TableView): Uint32Array {
  const { size, alive } = table.columns();
  const rows = new Uint32Array(size);
  let count = 0;
  for (let row = 0; row < size; row++) if (alive[row] === 1) rows[count++] = row;
  return rows.subarray(0, count);
}
