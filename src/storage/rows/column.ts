/** Columns of a row as a database gives them, checked. */
import { unreadable } from '../codec/unreadable.ts';

export type Row = Readonly<Record<string, unknown>>;

/** @throws TouchpointError STORE_FAILED where the column holds something else */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw unreadable(`column '${column}'`, 'it holds no text');
  return value;
}

/** @throws TouchpointError STORE_FAILED where the column holds something else */
export function optionalTextOf(row: Row, column: string): string | null {
  return row[column] === null ? null : textOf(row, column);
}

/** @throws TouchpointError STORE_FAILED where the column holds something else */
export function integerOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw unreadable(`column '${column}'`, 'it holds no number');
  return value;
}

/** @throws TouchpointError STORE_FAILED where a column holds neither text nor a number nor nothing */
export function plainRow(row: Row): Readonly<Record<string, string | number | null>> {
  return Object.fromEntries(
    Object.keys(row).map((column) => [
      column,
      typeof row[column] === 'number' ? integerOf(row, column) : optionalTextOf(row, column),
    ]),
  );
}
