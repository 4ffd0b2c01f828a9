import { expect, test } from 'vitest';
import {
  erasing,
  erasingPerson,
  forgetting,
  forgettingPerson,
  personalColumns,
} from '../../../src/storage/persons/erasing.ts';
import { schema } from '../../../src/storage/schema/schema.ts';
import type { Schema, Table } from '../../../src/storage/schema/table.ts';

const tables = Object.entries<Table>(schema.tables);

test('every column that is marked is emptied, by conversation or by person', () => {
  const statements = [...erasing(schema), ...erasingPerson(schema)];
  for (const [name, table] of tables) {
    for (const column of personalColumns(table)) {
      const empties = (sql: string) =>
        sql.startsWith(`delete from ${name} `) || (sql.startsWith(`update ${name} `) && sql.includes(`${column} = `));
      expect([`${name}.${column}`, statements.filter(empties).length]).toEqual([`${name}.${column}`, 1]);
    }
  }
});

test('a marked column that may not be null, and stays in its row, says what is left of it', () => {
  for (const [name, table] of tables) {
    for (const column of personalColumns(table)) {
      const isEmptied = table.erased === 'no row' || table.columns[column]?.optional || column in (table.erased ?? {});
      expect([name, column, isEmptied]).toEqual([name, column, true]);
    }
  }
});

test('a mark alone makes a new column part of it', () => {
  const notes: Schema['tables'] = {
    notes: {
      key: ['conversation', 'note'],
      dated: 'at',
      columns: {
        conversation: { type: 'text' },
        note: { type: 'text' },
        at: { type: 'integer' },
        said: { type: 'text', optional: true, personal: true },
      },
    },
  };
  const emptied = 'update notes set said = null where (said is not null) and conversation = ?';
  expect(erasing({ version: 1, tables: notes })).toEqual([emptied]);
  expect(forgetting({ version: 1, tables: notes })).toEqual([`${emptied} and at < ?`]);
});

test('a personal table that belongs to nobody is refused', () => {
  const table = { key: ['id'], columns: { id: { type: 'text', personal: true } } } as const;
  expect(() => erasingPerson({ version: 1, tables: { table } })).toThrow(/belongs to no conversation and no customer/);
});

test('who somebody is goes by age only when none of their conversations is young', () => {
  expect(forgettingPerson(schema)).toEqual([expect.stringMatching(/^delete from identities .* and not exists/)]);
});
