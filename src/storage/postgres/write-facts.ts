/**
 * Facts of conversations, replaced together. They are made from the events again whenever that is needed, so nobody waits for the disk.
 */
import type { FactsRow } from '../../runtime/ports.ts';
import type { Database } from './database.ts';
import { postgresError } from './postgres-error.ts';
import type { StatementText } from './statement-text.ts';

type Facts = { readonly conversation: string; readonly seq: number; readonly rows: readonly FactsRow[] };
type Member = Facts & { readonly resolve: () => void; readonly reject: (error: unknown) => void };

const largestGroup = 200;

/** The mark goes unless newer events came; facts that come late leave one, so that they are folded again. */
const statement: StatementText = {
  name: 'writeFacts',
  text: `with given as materialized (select * from unnest($1::text[], $2::bigint[]) as g (conversation, seq)),
    fresh as materialized (
      select * from unnest($3::text[], $4::text[], $5::bigint[], $6::text[]) as f (conversation, case_id, started_at, facts)),
    gone as (delete from facts f using given g where f.conversation = g.conversation and not exists
      (select 1 from fresh x where x.conversation = f.conversation and x.case_id = f.case_id)),
    put as (insert into facts (conversation, case_id, started_at, facts)
      select conversation, case_id, started_at, facts from fresh
      on conflict (conversation, case_id) do update set started_at = excluded.started_at, facts = excluded.facts),
    cleared as (delete from dirty d using given g where d.conversation = g.conversation and coalesce(d.seq, 0) <= g.seq)
    insert into dirty (conversation, marked_at, seq)
      select c.conversation, c.at, c.seq from conversations c join given g on g.conversation = c.conversation
      where c.seq > g.seq on conflict (conversation) do nothing`,
  needsHolder: false,
};

/** @returns writes the facts of one conversation; those asked for in one turn of the loop go together */
export function factsWriter(database: Database): (facts: Facts) => Promise<void> {
  let waiting: Member[] = [];
  let isRunning = false;
  return (facts) =>
    new Promise((resolve, reject) => {
      waiting.push({ ...facts, resolve, reject });
      if (!isRunning) void run();
    });

  async function run(): Promise<void> {
    isRunning = true;
    await new Promise(setImmediate);
    while (waiting.length > 0) {
      const group = takeGroup(waiting);
      waiting = waiting.filter((member) => !group.includes(member));
      await write(group);
    }
    isRunning = false;
  }

  async function write(group: readonly Member[]): Promise<void> {
    const rows = group.flatMap((member) => member.rows);
    try {
      await database.ask(statement, [
        group.map(({ conversation }) => conversation),
        group.map(({ seq }) => seq),
        rows.map(({ conversation }) => conversation),
        rows.map((row) => row.case),
        rows.map(({ startedAt }) => startedAt),
        rows.map(({ facts }) => facts),
      ]);
      for (const { resolve } of group) resolve();
    } catch (error) {
      for (const { reject } of group) reject(postgresError(error, database.place));
    }
  }
}

/** Each conversation once. */
function takeGroup(waiting: readonly Member[]): readonly Member[] {
  const group = new Map<string, Member>();
  for (const member of waiting) {
    if (group.size === largestGroup) break;
    if (!group.has(member.conversation)) group.set(member.conversation, member);
  }
  return [...group.values()];
}
