import { type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import type { FactsRange, FactsRow } from '../../runtime/ports/facts.ts';
import type { Database } from '../schema/schema.ts';

/** Facts of the cases that started from `from` on and before `to`, by start. */
export async function factsBetween(queries: Kysely<Database>, range: FactsRange): Promise<readonly FactsRow[]> {
  const { from, to, conversation, after, limit } = range;
  const rows = await queries
    .selectFrom('facts')
    .select(['case_id', 'conversation', 'started_at', 'facts'])
    .$if(from !== undefined, (query) => query.where('started_at', '>=', from ?? 0))
    .$if(to !== undefined, (query) => query.where('started_at', '<', to ?? 0))
    .$if(conversation !== undefined, (query) => query.where('conversation', '=', conversation ?? ''))
    .$if(after !== undefined, (query) => query.where((row) => isAfter(row, after)))
    .orderBy('started_at')
    .orderBy('conversation')
    .orderBy('case_id')
    .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
    .execute();
  return rows.map((row) => ({
    case: row.case_id,
    conversation: row.conversation,
    startedAt: row.started_at,
    facts: row.facts,
  }));
}

/** The first comparison finds the place in the index, the second the row. */
function isAfter(row: ExpressionBuilder<Database, 'facts'>, after: FactsRange['after']) {
  const { startedAt, conversation, case: id } = after ?? { startedAt: 0, conversation: '', case: '' };
  return row.and([
    row('started_at', '>=', startedAt),
    sql<SqlBool>`(started_at, conversation, case_id) > (${startedAt}, ${conversation}, ${id})`,
  ]);
}
