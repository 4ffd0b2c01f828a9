import type { TableView } from '../../table/create-table.ts';
import { dateAt } from '../zone-day.ts';
import { aliveRows } from './deploys-in.ts';
import type { Raised } from './trend.ts';

/**
 * Dialogs that came to declare more turns, seen in the cases that ended there. Source: measurement §2.
 *
 * @param rows of the cases the report is about: what changed before or after them is left out
 */
export function raisedIn(table: TableView, rows: Uint32Array, zone: string): readonly Raised[] {
  const { startedAt } = table.columns();
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows) {
    from = Math.min(from, startedAt[row] ?? from);
    to = Math.max(to, startedAt[row] ?? to);
  }
  return [...declaredIn(table)]
    .flatMap(([dialog, firsts]) => risesOf(dialog, firsts))
    .filter(({ at }) => at >= from && at <= to)
    .toSorted((a, b) => a.at - b.at || (a.dialog < b.dialog ? -1 : 1))
    .map(({ at, dialog, ...turns }) => ({ day: dateAt(at, zone), dialog, ...turns }));
}

type Rise = Omit<Raised, 'day'> & { readonly at: number };

function risesOf(dialog: string, firsts: ReadonlyMap<number, number>): readonly Rise[] {
  const inOrder = [...firsts].toSorted(([, a], [, b]) => a - b);
  return inOrder.flatMap(([to, at], index) => {
    const [from] = inOrder[index - 1] ?? [];
    return from === undefined || to <= from ? [] : [{ dialog, at, from, to }];
  });
}

/** By dialog and turns: when the first case ended under it. Few different things are said, so each is looked at once. */
function declaredIn(table: TableView): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const { said, startedAt } = table.columns();
  const firsts = new Float64Array(table.saids().length).fill(Number.POSITIVE_INFINITY);
  for (const row of aliveRows(table)) {
    const number = said[row] ?? 0;
    firsts[number] = Math.min(firsts[number] ?? 0, startedAt[row] ?? 0);
  }
  const dialogs = new Map<string, Map<number, number>>();
  for (const [number, { expectations }] of table.saids().entries()) {
    for (const { dialog, turns } of expectations) {
      if (turns === null || firsts[number] === Number.POSITIVE_INFINITY) continue;
      const known = dialogs.get(dialog) ?? new Map<number, number>();
      dialogs.set(
        dialog,
        known.set(turns, Math.min(known.get(turns) ?? Number.POSITIVE_INFINITY, firsts[number] ?? 0)),
      );
    }
  }
  return dialogs;
}
