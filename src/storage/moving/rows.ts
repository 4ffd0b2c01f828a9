/** Rows on their way from one database to another, whatever the engines. */
import { unreadable } from '../codec/unreadable.ts';
import type { Row } from '../rows/column.ts';
import type { MovedTable } from './moved-tables.ts';

export type Cell = string | number | null;

/** Some rows of a table: few enough to be held in memory. */
export type Page = readonly (readonly Cell[])[];

/** A database as it stood at one moment. */
export type Reading = {
  /** the rows of a table, in no order; read to its end before the next table */
  rows(table: MovedTable): AsyncIterable<Page>;
  close(): Promise<void>;
};

/** A database that is being filled. What it holds is nobody else's to see until it is finished, and gone if it never is. */
export type Filling = Reading & {
  write(table: MovedTable, page: Page): Promise<void>;
  finish(): Promise<void>;
};

/** Rows a page holds. */
export const pageSize = 500;

/** @throws TouchpointError STORE_FAILED where a column holds what no column of the schema may */
export function cellsOf({ name, columns }: MovedTable, row: Row): readonly Cell[] {
  return columns.map((column) => {
    const value = row[column.name];
    if (value === null || typeof value === 'string' || typeof value === 'number') return value;
    throw unreadable(`column '${column.name}' of table '${name}'`, `it holds a ${typeof value}`);
  });
}
