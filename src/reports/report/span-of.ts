/**
 * The time a report is about, and the latest cases in it.
 */
import type { Instant } from '../../events/instant.ts';
import type { TableView } from '../table/create-table.ts';
import type { LatestCase } from './report.ts';

/** When the first of the cases began; `null` without any. */
export function firstOf(table: TableView, rows: Uint32Array): Instant | null {
  const { startedAt } = table.columns();
  let first = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rows.length; i++) {
    const at = startedAt[rows[i] ?? 0] ?? first;
    if (at < first) first = at;
  }
  return rows.length === 0 ? null : first;
}

/** When the newest of all facts is from; `null` without any. */
export function newestOf(table: TableView): Instant | null {
  const { size, alive, lastAt } = table.columns();
  let newest = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < size; row++) {
    const at = lastAt[row] ?? newest;
    if (at > newest && alive[row] === 1) newest = at;
  }
  return newest === Number.NEGATIVE_INFINITY ? null : newest;
}

const latestShown = 5;

/** Newest first. */
export function latestOf(table: TableView, rows: Uint32Array): readonly LatestCase[] {
  const { startedAt } = table.columns();
  const order = (a: number, b: number): number =>
    (startedAt[b] ?? 0) - (startedAt[a] ?? 0) || table.cases.compare(b, a);
  let latest: readonly number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  // from the end, where the latest mostly stand
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i] ?? 0;
    if ((startedAt[row] ?? 0) < least) continue;
    latest = [...latest, row].sort(order).slice(0, latestShown);
    if (latest.length === latestShown) least = startedAt[latest[latestShown - 1] ?? 0] ?? least;
  }
  return latest.map((row) => latestCase(table, row));
}

function latestCase(table: TableView, row: number): LatestCase {
  const { startedAt, kind: kindOf, place, tenths, turns } = table.columns();
  const kind = table.kinds()[kindOf[row] ?? 0];
  const effort = tenths[row] ?? -1;
  return {
    case: table.cases.at(row),
    startedAt: new Date(startedAt[row] ?? 0).toISOString(),
    intent: table.places()[place[row] ?? 0]?.intent ?? null,
    outcome: kind?.state ?? 'open',
    final: kind?.final ?? false,
    effort: effort < 0 ? null : effort / 10,
    customerTurns: turns[row] ?? 0,
  };
}
