import { expect, test } from 'vitest';
import { conversationTables, movedTables } from '../../../src/storage/moving/moved-tables.ts';
import { schema } from '../../../src/storage/schema/schema.ts';

test('every table and column moves but those that say which process works on what', () => {
  const all = Object.entries(schema.tables).flatMap(([table, { columns }]) =>
    Object.keys(columns).map((column) => `${table}.${column}`),
  );
  const moved = movedTables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`));
  expect(all.filter((name) => !moved.includes(name))).toEqual([
    'outbox.holder',
    'timers.holder',
    'actions.holder',
    'dirty.holder',
    'holders.holder',
    'holders.until',
    'sessions.session',
    'sessions.name',
    'sessions.role',
    'sessions.team',
    'sessions.stamp',
    'sessions.until',
    'presences.agent',
    'presences.name',
    'presences.team',
    'presences.state',
    'presences.seen_at',
    'presences.reaching_until',
  ]);
});

test('what a bot knows before anybody talks with it does not count as conversations', () => {
  const others = movedTables.filter((table) => !conversationTables.includes(table));
  expect(others.map(({ name }) => name)).toEqual(expect.arrayContaining(['programs', 'settings']));
});
