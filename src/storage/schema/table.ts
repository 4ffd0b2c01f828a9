/**
 * How a table is described, as data: the DDL of each engine, the types of rows and what counts as personal are all read from this.
 */
export type ColumnType = 'text' | 'integer';

/**
 * @property optional may hold null; every column younger than its table is
 * @property personal holds words or identities of persons: erasure, retention and masking go by this mark
 * @property running is about processes that run now; it is empty in a copy
 * @property since version of the schema that brought it (1 where missing)
 */
export type Column = {
  readonly type: ColumnType;
  readonly optional?: true;
  readonly personal?: true;
  readonly running?: true;
  readonly since?: number;
};

/** @property where condition of a partial index */
export type Index = { readonly columns: readonly string[]; readonly where?: string; readonly since?: number };

/**
 * @property key primary key
 * @property erased what is left of a row with personal columns: no row, or these values; a personal column that is not named becomes null
 * @property dated column with the time from which words in it are kept for a while only; a table without one keeps them as long as its conversation moves
 * @property clustered rows are small and are stored within their key, where the engine can
 * @property running is about processes that run now; a copy has no rows of it
 */
export type Table = {
  readonly columns: { readonly [name: string]: Column };
  readonly key: readonly string[];
  readonly clustered?: true;
  readonly running?: true;
  readonly indexes?: { readonly [name: string]: Index };
  readonly erased?: 'no row' | { readonly [column: string]: string | null };
  readonly dated?: string;
  readonly since?: number;
};

/** Statements around the change to a version that take the rows of an older version along, where a table was made anew. */
export type Carried = { readonly before: readonly string[]; readonly after: readonly string[] };

/** @property version the highest `since` in it */
export type Schema = {
  readonly version: number;
  readonly tables: { readonly [name: string]: Table };
  readonly carried?: { readonly [version: number]: Carried };
};

/** A row as queries give it. */
export type RowOf<T extends Table> = { readonly [C in keyof T['columns']]: ValueOf<T['columns'][C]> };

type ValueOf<C> =
  | (C extends { readonly type: 'integer' } ? number : string)
  | (C extends { readonly optional: true } ? null : never);
