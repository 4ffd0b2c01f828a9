import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type StatementName, statements } from '../statements.ts';
import type { Transaction } from './group-writes.ts';

/** A database with its statements, each compiled when it is first used and kept. */
export type Connection = {
  readonly database: DatabaseSync;
  /** the file, for messages */
  readonly file: string;
  readonly transaction: Transaction;
  statement(name: StatementName): StatementSync;
};

export function connection(database: DatabaseSync, file: string): Connection {
  const prepared = new Map<StatementName, StatementSync>();
  function statement(name: StatementName): StatementSync {
    const known = prepared.get(name);
    if (known) return known;
    const fresh = database.prepare(statements[name]);
    prepared.set(name, fresh);
    return fresh;
  }
  return { database, file, transaction: transactionOf(database), statement };
}

/** `immediate` takes the write lock at once, so that what a member reads is still true when it writes. */
function transactionOf(database: DatabaseSync): Transaction {
  return {
    begin: () => database.exec('begin immediate'),
    commit: () => database.exec('commit'),
    rollback: () => {
      if (database.isOpen && database.isTransaction) database.exec('rollback');
    },
    apart: (work) => {
      database.exec('savepoint member');
      try {
        const result = work();
        database.exec('release member');
        return result;
      } catch (error) {
        // Where the database is full it has ended the transaction itself, and the savepoint with it
        if (database.isTransaction) database.exec('rollback to member; release member');
        throw error;
      }
    },
  };
}
