/** What of a database belongs to the installation, and so goes along when it moves: read from the schema, so that what is added there is moved too. */

import { schema } from '../schema/schema.ts';
import type { Column, ColumnType, Table } from '../schema/table.ts';

/** @property columns in the order of their values in a row */
export type MovedTable = {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
};

const tables: readonly (readonly [string, Table])[] = Object.entries(schema.tables);

/** All tables but those about running processes, without their columns about them. */
export const movedTables: readonly MovedTable[] = tables.filter(([, { running }]) => !running).map(movedTable);

/** Those that hold rows as soon as anybody has talked with the bot. */
export const conversationTables: readonly MovedTable[] = movedTables.filter(({ columns }) =>
  columns.some(({ name }) => name === 'conversation'),
);

function movedTable([name, { columns }]: readonly [string, Table]): MovedTable {
  const described: readonly (readonly [string, Column])[] = Object.entries(columns);
  const kept = described.filter(([, { running }]) => !running);
  return { name, columns: kept.map(([column, { type }]) => ({ name: column, type })) };
}
