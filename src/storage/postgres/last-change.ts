import { integerOf } from '../rows/column.ts';
import type { Database } from './database.ts';
import type { StatementText } from './statement-text.ts';

/** Changes are numbered by transactions, and any that still runs has a number from the oldest running one on. */
const statement: StatementText = {
  name: 'lastTransaction',
  text: `select pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1 as change`,
  needsHolder: false,
};

/** The last number that no transaction will be seen to have any more that is not seen yet. */
export async function lastChange(database: Database): Promise<number> {
  const { rows } = await database.ask(statement, []);
  return rows[0] ? integerOf(rows[0], 'change') : 0;
}
