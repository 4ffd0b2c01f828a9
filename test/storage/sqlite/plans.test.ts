import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { schema } from '../../../src/storage/schema/schema.ts';
import { migrate } from '../../../src/storage/sqlite/migrate.ts';
import { statements } from '../../../src/storage/statements.ts';

/** Statements that are meant to visit every conversation. */
const visitsAll = ['markAllDirty', 'customersSaying'];

test.each(Object.entries(statements).filter(([name]) => !visitsAll.includes(name)))(
  'the cost of a statement does not grow with the database: %s goes by an index',
  (_, sql) => {
    const database = new DatabaseSync(':memory:');
    migrate(database, schema, 'x');
    const steps = database.prepare(`explain query plan ${sql}`).all(...(sql.match(/\?/g) ?? []).map(() => 1));
    const details = steps.map((step) => String(step['detail']));
    expect(details.filter((detail) => /^SCAN (?!.*USING (COVERING )?INDEX)(?!CONSTANT ROW)/.test(detail))).toEqual([]);
    expect(details.filter((detail) => detail === 'USE TEMP B-TREE FOR ORDER BY')).toEqual(
      sql === statements.conversationsWaiting ? ['USE TEMP B-TREE FOR ORDER BY'] : [],
    );
  },
);
