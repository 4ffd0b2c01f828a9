import type { Column, ColumnType, Index, Schema, Table } from './table.ts';

/** What differs between engines when tables are made. */
export type Engine = {
  readonly types: { readonly [type in ColumnType]: string };
  /** what follows the closing bracket of a table, by whether it is clustered */
  readonly suffix: { readonly plain: string; readonly clustered: string };
};

/**
 * The statements that bring a database from the version before to `version`: new tables, new columns, new indexes.
 *
 * @returns nothing when the schema has no such version
 */
export function ddl(schema: Schema, version: number, engine: Engine): readonly string[] {
  return Object.entries(schema.tables).flatMap(([name, table]) => [
    ...tableChange({ name, table, version, engine }),
    ...indexChange(name, table, version),
  ]);
}

type Change = { readonly name: string; readonly table: Table; readonly version: number; readonly engine: Engine };

function tableChange({ name, table, version, engine }: Change): readonly string[] {
  const columns = Object.entries(table.columns).filter(([, column]) => sinceOf(table, column) === version);
  const parts = columns.map(([column, described]) => columnPart(column, described, engine));
  if (sinceOf(table) !== version) return parts.map((part) => `alter table ${name} add column ${part}`);
  const suffix = table.clustered ? engine.suffix.clustered : engine.suffix.plain;
  return [`create table ${name} (${[...parts, `primary key (${table.key.join(', ')})`].join(', ')})${suffix}`];
}

function indexChange(name: string, table: Table, version: number): readonly string[] {
  return Object.entries(table.indexes ?? {})
    .filter(([, index]) => sinceOf(table, index) === version)
    .map(([index, described]) => `create index ${index} on ${name} ${indexPart(described)}`);
}

function columnPart(name: string, column: Column, engine: Engine): string {
  return `${name} ${engine.types[column.type]}${column.optional ? '' : ' not null'}`;
}

function indexPart({ columns, where }: Index): string {
  return `(${columns.join(', ')})${where === undefined ? '' : ` where ${where}`}`;
}

function sinceOf(table: Table, part: { readonly since?: number } = {}): number {
  return Math.max(table.since ?? 1, part.since ?? 1);
}
