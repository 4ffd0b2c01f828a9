import type { Kysely } from 'kysely';
import type { FactsRow, Store } from '../../runtime/ports.ts';
import type { Database } from '../schema/schema.ts';

/** Facts of the cases that started from `from` on and before `to`, by start. */
export async function factsBetween(
  queries: Kysely<Database>,
  { from, to }: Parameters<Store['facts']>[0],
): Promise<readonly FactsRow[]> {
  const rows = await queries
    .selectFrom('facts')
    .select(['case_id', 'conversation', 'started_at', 'facts'])
    .$if(from !== undefined, (query) => query.where('started_at', '>=', from ?? 0))
    .$if(to !== undefined, (query) => query.where('started_at', '<', to ?? 0))
    .orderBy('started_at')
    .orderBy('conversation')
    .orderBy('case_id')
    .execute();
  return rows.map((row) => ({
    case: row.case_id,
    conversation: row.conversation,
    startedAt: row.started_at,
    facts: row.facts,
  }));
}
