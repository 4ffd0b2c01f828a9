import type { Persons } from '../../runtime/ports/persons.ts';
import { accountsOver } from '../rows/accounts-over.ts';
import { deskOver } from '../rows/desk-over.ts';
import { queries } from '../rows/queries.ts';
import type { RowStore } from '../rows/row-store.ts';
import { uploadsOver } from '../rows/uploads-over.ts';
import type { CommitGroup } from './commit/group-commits.ts';
import type { Database } from './database.ts';
import { lastChange } from './last-change.ts';
import type { ReportQueries } from './report-queries.ts';
import type { factsWriter } from './write-facts.ts';

/**
 * @property turns connections for what turns need
 * @property reports the query builder over a connection of its own
 */
type Parts = {
  readonly database: Database;
  readonly group: CommitGroup;
  readonly writeFacts: ReturnType<typeof factsWriter>;
  readonly reports: ReportQueries;
};

/** The rows of a PostgreSQL database, but for opening and closing it. */
export function postgresRows({ database, group, writeFacts, reports }: Parts): Omit<RowStore, 'close' | keyof Persons> {
  const { read, run } = database;
  return {
    load: (conversation) => read(queries.load(conversation)),
    turns: (conversation, range) => read(queries.turns(conversation, range)),
    commit: group.commit,
    async accept(row) {
      const { conversation, id, receivedAt } = row;
      const { changes } = await run('addWaiting', conversation, id, receivedAt, JSON.stringify(row), conversation);
      return changes === 1 ? 'stored' : 'duplicate';
    },
    waiting: (conversation) => read(queries.waiting(conversation)),
    conversationsWaiting: (limit) => read(queries.conversationsWaiting(limit)),
    outboxDue: (now, limit) => read(queries.outboxDue(now, limit)),
    async outboxDone(rows) {
      await Promise.all(rows.map(({ conversation, seq }) => run('outboxDone', conversation, seq)));
    },
    async outboxRetry({ conversation, seq }, dueAt, error) {
      await run('outboxRetry', dueAt, error, conversation, seq);
    },
    async outboxPassed(row) {
      await run('outboxPassed', JSON.stringify(row), row.conversation, row.seq);
    },
    outboxNextDue: () => read(queries.outboxNextDue()),
    timersDue: (now, limit) => read(queries.timersDue(now, limit)),
    timersNextDue: () => read(queries.timersNextDue()),
    actionsOpen: (limit) => read(queries.actionsOpen(limit)),
    async actionStarted(conversation, request) {
      return (await run('actionStarted', conversation, request)).changes === 1;
    },
    dirtyConversations: (limit) => read(queries.dirtyConversations(limit)),
    writeFacts: (conversation, seq, rows) => writeFacts({ conversation, seq, rows }),
    facts: reports.facts,
    briefs: (range) => read(queries.briefs(range)),
    lastChange: () => lastChange(database),
    hours: reports.hours,
    async markAllDirty() {
      return (await run('markAllDirty')).changes;
    },
    async markDirty(conversation) {
      await run('markStale', conversation, -1);
    },
    async saveProgram({ hash, files, at }) {
      await run('saveProgram', hash, at, at, files);
    },
    async useProgram(hash, at) {
      await run('useProgram', at, hash);
    },
    programFiles: (hash) => read(queries.programFiles(hash)),
    programs: () => read(queries.programs()),
    async removeProgram(hash) {
      await run('removeProgram', hash);
    },
    unsettled: (range) => read(queries.unsettled(range)),
    conversationOf: (identity) => read(queries.conversationOf(identity)),
    conversationsOf: (customer, limit) => read(queries.conversationsOf(customer, limit)),
    conversations: (range) => read(queries.conversations(range)),
    ...accountsOver({ ask: run, write: run }),
    ...deskOver({ ask: run, write: run }),
    ...uploadsOver({ ask: run, write: run }),
    async agree(name, value) {
      await run('addSetting', name, value);
      return (await read(queries.setting(name))) ?? value;
    },
  };
}
