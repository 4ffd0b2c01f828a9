import { expect, test } from 'vitest';
import { ddl, type Engine } from '../../../src/storage/schema/ddl.ts';
import { schema } from '../../../src/storage/schema/schema.ts';
import type { Schema, Table } from '../../../src/storage/schema/table.ts';

const postgres: Engine = { types: { text: 'text', integer: 'bigint' }, suffix: { plain: '', clustered: '' } };
const tables: readonly [string, Table][] = Object.entries(schema.tables);

test('the same description gives the tables of another engine', () => {
  const statements = ddl(schema, 1, postgres);
  expect(statements).toContain(
    'create table timers (conversation text not null, timer text not null, due_at bigint not null, primary key (conversation, timer))',
  );
  expect(statements).toContain('create index timers_due on timers (due_at)');
  expect(statements.join(' ')).not.toMatch(/rowid|strict/);
});

test('a version that brings nothing changes nothing', () => {
  expect(ddl(schema, schema.version + 1, postgres)).toEqual([]);
});

test('what one version brings does not change when the next adds to it', () => {
  const facts: Table = schema.tables.facts;
  const next = schema.version + 1;
  const grown: Schema = {
    version: next,
    tables: { facts: { ...facts, columns: { ...facts.columns, note: { type: 'text', optional: true, since: next } } } },
  };
  expect(ddl(grown, 1, postgres)).toEqual(ddl({ version: 1, tables: { facts } }, 1, postgres));
  expect(ddl(grown, next, postgres)).toEqual(['alter table facts add column note text']);
});

test('the version of the schema is that of its newest part', () => {
  const parts = tables.flatMap(([, table]) => [
    table,
    ...Object.values(table.columns),
    ...Object.values(table.indexes ?? {}),
  ]);
  expect(Math.max(...parts.map((part) => part.since ?? 1))).toBe(schema.version);
});

test.each(tables)('keys and indexes of %s name its columns, and columns added later may be empty', (_, table) => {
  const columns = Object.keys(table.columns);
  const named = [table.key, ...Object.values(table.indexes ?? {}).map((index) => index.columns)].flat();
  expect(named.filter((name) => !columns.includes(name))).toEqual([]);
  const later = Object.values(table.columns).filter((column) => (column.since ?? 1) > (table.since ?? 1));
  expect(later.every((column) => column.optional)).toBe(true);
});

test('what holds words or identities of persons is marked', () => {
  const personal = tables.flatMap(([name, table]) =>
    Object.entries(table.columns).flatMap(([column, described]) => (described.personal ? [`${name}.${column}`] : [])),
  );
  expect(personal).toEqual([
    'conversations.address',
    'snapshots.state',
    'identities.address',
    'turns.words',
    'inbox.row',
    'outbox.error',
    'outbox.row',
    'actions.input',
    'uploads.name',
    'uploads.content',
  ]);
});
