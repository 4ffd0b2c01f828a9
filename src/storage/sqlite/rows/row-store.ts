import type { DatabaseSync } from 'node:sqlite';
import { factsBetween } from '../../queries/facts-between.ts';
import { type Connection, connection, type Row } from '../connection.ts';
import { storeError } from '../errors/store-error.ts';
import { type Group, groupWrites, type Pace } from '../group-writes.ts';
import { queriesOver } from '../queries-over.ts';
import { textOf } from './column.ts';
import { programs, saveProgram, unsettled } from './programs.ts';
import { load, turns } from './read-conversation.ts';
import {
  actionsOpen,
  conversationsWaiting,
  dirtyConversations,
  nextDue,
  outboxDue,
  timersDue,
  waiting,
} from './read-work.ts';
import type { RowStore } from './rows.ts';
import { writeCommit } from './write-commit.ts';
import { accept, markAllDirty, outboxDone, writeFacts } from './write-work.ts';

/**
 * A store over an open, migrated database, which it owns from now on.
 *
 * @param file names the database in messages and is where its log lies
 */
export function rowStore(database: DatabaseSync, file: string, pace: Pace = 'gathered'): RowStore {
  const open = connection(database, file);
  const group = groupWrites(open.transaction, { name: (error) => storeError(error, file), pace });
  const queries = queriesOver(database);

  function read<T>(work: (open: Connection) => T): Promise<T> {
    return named(file, async () => work(open));
  }
  function write<T>(work: (open: Connection) => T): Promise<T> {
    return group.write(() => work(open));
  }

  return {
    load: (conversation) => read((db) => load(db, conversation)),
    turns: (conversation, range) => read((db) => turns(db, conversation, range)),
    commit: (rows) => write((db) => writeCommit(db, rows)),
    accept: (row) => write((db) => accept(db, row)),
    waiting: (conversation) => read((db) => waiting(db, conversation)),
    conversationsWaiting: (limit) => read((db) => conversationsWaiting(db, limit)),
    outboxDue: (now, limit) => read((db) => outboxDue(db, now, limit)),
    outboxDone: (ids) => write((db) => outboxDone(db, ids)),
    outboxRetry: (id, dueAt, error) => write((db) => void db.statement('outboxRetry').run(dueAt, error, id)),
    outboxNextDue: () => read((db) => nextDue(db, 'outboxNextDue')),
    timersDue: (now, limit) => read((db) => timersDue(db, now, limit)),
    timersNextDue: () => read((db) => nextDue(db, 'timersNextDue')),
    actionsOpen: (limit) => read((db) => actionsOpen(db, limit)),
    actionStarted: (conversation, request) =>
      write((db) => void db.statement('actionStarted').run(conversation, request)),
    dirtyConversations: (limit) => read((db) => dirtyConversations(db, limit)),
    writeFacts: (conversation, seq, rows) => write((db) => writeFacts(db, { conversation, seq, rows })),
    facts: (range) => named(file, async () => factsBetween(await queries(), range)),
    markAllDirty: () => write(markAllDirty),
    saveProgram: (program) => write((db) => saveProgram(db, program)),
    useProgram: (hash, at) => write((db) => void db.statement('useProgram').run(at, hash)),
    programFiles: (hash) => read((db) => optionalText(db.statement('programFiles').get(hash), 'files')),
    programs: () => read(programs),
    removeProgram: (hash) => write((db) => void db.statement('removeProgram').run(hash)),
    unsettled: (range) => read((db) => unsettled(db, range)),
    conversationOf: ({ channel, address }) =>
      read((db) => optionalText(db.statement('identity').get(channel, address), 'conversation')),
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

function optionalText(row: Row | undefined, column: string): string | undefined {
  return row && textOf(row, column);
}

/** The last connection to leave writes the log back into the file. */
function close({ database }: Connection, group: Group): void {
  group.flush();
  if (database.isOpen) database.close();
}
