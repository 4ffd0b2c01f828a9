/**
 * Group commit: writes asked for together share one durable transaction, and so one fsync.
 */
import { setImmediate } from 'node:timers';
import type { TouchpointError } from '../../errors/touchpoint-error.ts';
import { isOfDatabase } from './errors/store-error.ts';

/** One durable transaction at a time. Each method throws what the database says. */
export type Transaction = {
  begin(): void;
  commit(): void;
  /** Ends the transaction where one is open. */
  rollback(): void;
  /** Runs one member so that its failure undoes it alone; throws what it threw. */
  apart<T>(work: () => T): T;
};

export type Group = {
  /** Resolves with what `work` returned once it is durable. `work` may run more than once; only its last run counts. */
  write<T>(work: () => T): Promise<T>;
  /** Writes at once what waits. */
  flush(): void;
};

/**
 * When a group is written. `gathered`: as soon as a turn of the event loop brings no further member, for a loop that also makes the writes: an idle
 * store waits for one turn of an empty loop, a busy one gathers what is arriving. `at once`: after this turn of the loop, for a thread that only
 * writes: what arrives during a commit is the next group.
 */
export type Pace = 'gathered' | 'at once';

type Grouping = {
  /** turns what the database throws into what callers are told; asked once for a failure that all share */
  readonly name: (error: unknown) => TouchpointError;
  readonly pace: Pace;
};

export function groupWrites(transaction: Transaction, { name, pace }: Grouping): Group {
  let waiting: Member[] = [];
  function flush(): void {
    const members = waiting;
    waiting = [];
    if (members.length > 0) writeTogether({ transaction, name, members });
  }
  function gather(counted: number): void {
    if (pace === 'gathered' && waiting.length > counted && waiting.length < largestGroup)
      setImmediate(gather, waiting.length);
    else flush();
  }
  function write<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(gather, 0);
      waiting.push({ run: () => resultOf(work(), resolve), reject });
    });
  }
  return { write, flush };
}

/** A group this large is written at once: waiting for more would cost its members more than it saves. */
const largestGroup = 64;

type Settle = () => void;
type Member = { readonly run: () => Settle; readonly reject: (error: TouchpointError) => void };
type Together = {
  readonly transaction: Transaction;
  readonly name: (error: unknown) => TouchpointError;
  readonly members: readonly Member[];
};

function resultOf<T>(value: T, resolve: (value: T) => void): Settle {
  return () => resolve(value);
}

/** The fast way has no savepoints: a member that fails is rare, and then the group is written again with them. */
function writeTogether(group: Together): void {
  try {
    settle(durably(group.transaction, () => group.members.map((member) => member.run())));
  } catch (error) {
    if (isOfDatabase(error) || group.members.length === 1) rejectAll(group, error);
    else writeApart(group);
  }
}

function writeApart(group: Together): void {
  try {
    settle(durably(group.transaction, () => group.members.map((member) => runApart(group, member))));
  } catch (error) {
    rejectAll(group, error);
  }
}

function runApart({ transaction, name }: Together, member: Member): Settle {
  try {
    return transaction.apart(member.run);
  } catch (error) {
    if (isOfDatabase(error)) throw error;
    return () => member.reject(name(error));
  }
}

function durably(transaction: Transaction, work: () => readonly Settle[]): readonly Settle[] {
  try {
    transaction.begin();
    const results = work();
    transaction.commit();
    return results;
  } catch (error) {
    transaction.rollback();
    throw error;
  }
}

function settle(results: readonly Settle[]): void {
  for (const result of results) result();
}

function rejectAll({ members, name }: Together, error: unknown): void {
  const named = name(error);
  for (const member of members) member.reject(named);
}
