import type { DatabaseSync } from 'node:sqlite';
import { factsBetween } from '../queries/facts-between.ts';
import { hoursBetween } from '../queries/hours-between.ts';
import { accountsOver } from '../rows/accounts-over.ts';
import { deskOver } from '../rows/desk-over.ts';
import { type Query, queries } from '../rows/queries.ts';
import type { RowStore } from '../rows/row-store.ts';
import { uploadsOver } from '../rows/uploads-over.ts';
import type { StatementName } from '../statements.ts';
import { type Connection, connection } from './connection.ts';
import { storeError } from './errors/store-error.ts';
import { type Group, groupWrites, type Pace } from './group-writes.ts';
import { sqlitePersons } from './persons/sqlite-persons.ts';
import { queriesOver } from './queries-over.ts';
import { writeCommit } from './write-commit.ts';
import { accept, agree, markAllDirty, outboxDone, saveProgram, writeFacts } from './write-work.ts';

/**
 * The rows of an open, migrated database, which they own from now on.
 *
 * @param file names the database in messages and is where its log lies
 */
export function sqliteRows(database: DatabaseSync, file: string, pace: Pace = 'gathered'): RowStore {
  const open = connection(database, file);
  const group = groupWrites(open.transaction, { name: (error) => storeError(error, file), pace });
  const building = queriesOver(database);

  function ask<T>(query: Query<T>): Promise<T> {
    return named(file, async () => query.read(open.statement(query.statement).all(...query.values)));
  }
  function write<T>(work: (open: Connection) => T): Promise<T> {
    return group.write(() => work(open));
  }

  const plainly = {
    ask: (name: StatementName, ...values: readonly (string | number | null)[]) =>
      named(file, async () => ({ rows: open.statement(name).all(...values), changes: 0 })),
    write: (name: StatementName, ...values: readonly (string | number | null)[]) =>
      write((db) => ({ rows: [], changes: Number(db.statement(name).run(...values).changes) })),
  };

  return {
    load: (conversation) => ask(queries.load(conversation)),
    turns: (conversation, range) => ask(queries.turns(conversation, range)),
    commit: (rows) => write((db) => writeCommit(db, rows)),
    accept: (row) => write((db) => accept(db, row)),
    waiting: (conversation) => ask(queries.waiting(conversation)),
    conversationsWaiting: (limit) => ask(queries.conversationsWaiting(limit)),
    outboxDue: (now, limit) => ask(queries.outboxDue(now, limit)),
    outboxDone: (rows) => write((db) => outboxDone(db, rows)),
    outboxRetry: ({ conversation, seq }, dueAt, error) =>
      write((db) => void db.statement('outboxRetry').run(dueAt, error, conversation, seq)),
    outboxPassed: (row) =>
      write((db) => void db.statement('outboxPassed').run(JSON.stringify(row), row.conversation, row.seq)),
    outboxNextDue: () => ask(queries.outboxNextDue()),
    timersDue: (now, limit) => ask(queries.timersDue(now, limit)),
    timersNextDue: () => ask(queries.timersNextDue()),
    actionsOpen: (limit) => ask(queries.actionsOpen(limit)),
    actionStarted: (conversation, request) =>
      write((db) => db.statement('actionStarted').run(conversation, request).changes === 1),
    dirtyConversations: (limit) => ask(queries.dirtyConversations(limit)),
    writeFacts: (conversation, seq, rows) => write((db) => writeFacts(db, { conversation, seq, rows })),
    facts: (range) => named(file, async () => factsBetween(await building(), range)),
    briefs: (range) => ask(queries.briefs(range)),
    lastChange: () => ask(queries.lastChange()),
    hours: (range) => named(file, async () => hoursBetween(await building(), range)),
    markAllDirty: () => write(markAllDirty),
    markDirty: (conversation) => write((db) => void db.statement('markStale').run(conversation, -1)),
    saveProgram: (program) => write((db) => saveProgram(db, program)),
    useProgram: (hash, at) => write((db) => void db.statement('useProgram').run(at, hash)),
    programFiles: (hash) => ask(queries.programFiles(hash)),
    programs: () => ask(queries.programs()),
    removeProgram: (hash) => write((db) => void db.statement('removeProgram').run(hash)),
    unsettled: (range) => ask(queries.unsettled(range)),
    conversationOf: (identity) => ask(queries.conversationOf(identity)),
    conversationsOf: (customer, limit) => ask(queries.conversationsOf(customer, limit)),
    conversations: (range) => ask(queries.conversations(range)),
    ...sqlitePersons(open, { ask, write, within: (work) => named(file, work) }),
    ...accountsOver(plainly),
    ...deskOver(plainly),
    ...uploadsOver(plainly),
    agree: (name, value) => write((db) => agree(db, name, value)),
    close: () => named(file, async () => close(open, group)),
  };
}

async function named<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storeError(error, file);
  }
}

/** The last connection to leave writes the log back into the file. */
function close({ database }: Connection, group: Group): void {
  group.flush();
  if (database.isOpen) database.close();
}
