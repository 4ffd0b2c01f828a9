/**
 * Group commit on PostgreSQL: what is asked for while one group is on its way is the next group.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Committed } from '../../../runtime/ports.ts';
import type { CommitRows } from '../../codec/encode-commit.ts';
import { integerOf, type Row, textOf } from '../../rows/column.ts';
import { outOfOrder } from '../../rows/out-of-order.ts';
import type { Database } from '../database.ts';
import { isKnownMessage, isLost, isOfMember, postgresError } from '../postgres-error.ts';
import { commitCalls } from './commit-statement.ts';
import { isWritten } from './is-written.ts';

export type CommitGroup = {
  commit(rows: CommitRows): Promise<Committed>;
  /** Resolves when everything asked for was answered. */
  idle(): Promise<void>;
};

/**
 * @property isUncertain an earlier try was cut off: it may have been written, or still be
 * @property until when it is given up, by `performance.now()`
 */
type Member = {
  readonly rows: CommitRows;
  readonly resolve: (committed: Committed) => void;
  readonly reject: (error: unknown) => void;
  isUncertain: boolean;
  readonly until: number;
};

const largestGroup = 64;
/** A database that restarts is waited for this long. */
const patienceMs = 10_000;
const betweenTriesMs = 100;

export function groupCommits(database: Database): CommitGroup {
  const callOf = commitCalls();
  let waiting: Member[] = [];
  let running: Promise<void> | undefined;

  return {
    commit(rows) {
      if (new Set(rows.inbox).size < rows.inbox.length) return Promise.resolve('duplicate');
      return new Promise((resolve, reject) => {
        waiting.push({ rows, resolve, reject, isUncertain: false, until: performance.now() + patienceMs });
        running ??= run();
      });
    },
    idle: () => running ?? Promise.resolve(),
  };

  async function run(): Promise<void> {
    // what comes in this turn of the loop belongs to the first group
    await new Promise(setImmediate);
    while (waiting.length > 0) await write(takeGroup());
    running = undefined;
  }

  /** One commit a conversation, in the order asked for; rows are locked in one order by all, so that groups never wait for each other in a circle. */
  function takeGroup(): readonly Member[] {
    const group = new Map<string, Member>();
    const rest: Member[] = [];
    for (const member of waiting) {
      const { conversation } = member.rows;
      if (group.has(conversation) || group.size === largestGroup) rest.push(member);
      else group.set(conversation, member);
    }
    waiting = rest;
    return [...group.values()].sort((a, b) => (a.rows.conversation < b.rows.conversation ? -1 : 1));
  }

  async function write(group: readonly Member[]): Promise<void> {
    try {
      const { statement, values } = callOf(group.map((member) => member.rows));
      const { rows } = await database.once(statement, values);
      const found = new Map(rows.map((row) => [textOf(row, 'conversation'), row]));
      await Promise.all(group.map((member) => settle(member, found.get(member.rows.conversation))));
    } catch (error) {
      await recover(group, error);
    }
  }

  async function recover(group: readonly Member[], error: unknown): Promise<void> {
    if (isLost(error)) return retryLater(group, error);
    if (group.length > 1 && isOfMember(error)) for (const member of group) await write([member]);
    else for (const member of group) fail(member, error);
  }

  function fail(member: Member, error: unknown): void {
    if (isKnownMessage(error)) member.resolve('duplicate');
    else member.reject(postgresError(error, database.place));
  }

  async function retryLater(group: readonly Member[], error: unknown): Promise<void> {
    await pause(betweenTriesMs);
    const isLate = (member: Member): boolean => performance.now() > member.until;
    for (const member of group.filter(isLate)) fail(member, error);
    const again = group.filter((member) => !isLate(member));
    for (const member of again) member.isUncertain = true;
    waiting = [...again, ...waiting];
  }

  /** What a try that was cut off has written looks like somebody else's work to the next. */
  async function settle(member: Member, row: Row | undefined): Promise<void> {
    try {
      const became = row ? becomeOf(member.rows, row) : 'conflict';
      const isCertain = became === 'committed' || !member.isUncertain;
      member.resolve(isCertain || !(await isWritten(database, member.rows)) ? became : 'committed');
    } catch (error) {
      member.reject(error);
    }
  }
}

/** @throws TouchpointError STORE_FAILED where the events do not follow those stored */
function becomeOf({ conversation, before }: CommitRows, row: Row): Committed {
  if (row['is_ok'] === true) return 'committed';
  if (row['is_barred'] === true) return 'duplicate';
  if (!before || row['last_version'] === null) return 'conflict';
  const last = integerOf(row, 'last_seq');
  if (integerOf(row, 'last_version') !== before[0] || last === before[1]) return 'conflict';
  throw outOfOrder(conversation, before[1], last);
}
