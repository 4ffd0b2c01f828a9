import type { Committed } from '../../runtime/ports.ts';
import type { CommitRows } from '../codec/encode-commit.ts';
import { integerOf } from '../rows/column.ts';
import { outOfOrder } from '../rows/out-of-order.ts';
import type { Connection } from './connection.ts';

/**
 * Writes one commit within the open transaction. A conflict and a duplicate change nothing: what was written before they were seen is taken back.
 *
 * @throws what the database says, and STORE_FAILED where the events do not follow those stored
 */
export function writeCommit(connection: Connection, rows: CommitRows): Committed {
  const { conversation, inbox, handled } = rows;
  if (!doWait(connection, conversation, handled) || !areOpen(connection, rows)) return 'duplicate';
  const taken = takeMessages(connection, conversation, inbox);
  if (taken < inbox.length) {
    giveBack(connection, conversation, inbox.slice(0, taken));
    return 'duplicate';
  }
  if (!moveHead(connection, rows)) {
    giveBack(connection, conversation, inbox);
    return 'conflict';
  }
  for (const id of handled) connection.statement('setHandled').run(conversation, id);
  for (const [name, ...values] of rows.runs) connection.statement(name).run(...values);
  return 'committed';
}

/** A message that waits no more was handled by somebody else. */
function doWait({ statement }: Connection, conversation: string, handled: readonly string[]): boolean {
  return handled.every((id) => statement('isWaiting').get(conversation, id) !== undefined);
}

/** An action that is open no more has its result already. */
function areOpen({ statement }: Connection, { conversation, runs }: CommitRows): boolean {
  const removed = runs.flatMap(([name, , request]) => (name === 'removeAction' ? [request ?? null] : []));
  return removed.every((request) => statement('isOpenAction').get(conversation, request) !== undefined);
}

/** @returns how many were new, up to the first that is known */
function takeMessages({ statement }: Connection, conversation: string, inbox: readonly string[]): number {
  const known = inbox.findIndex((id) => statement('addHandled').run(conversation, id).changes === 0);
  return known < 0 ? inbox.length : known;
}

function giveBack({ statement }: Connection, conversation: string, inbox: readonly string[]): void {
  for (const id of inbox) statement('forgetMessage').run(conversation, id);
}

/** Compares and sets the conversation's row: both its version and where its events end. */
function moveHead(connection: Connection, rows: CommitRows): boolean {
  const { head, before, customer } = rows;
  if (!before) return connection.statement('addConversation').run(...head, customer, head[2]).changes === 1;
  const isMoved = connection.statement('setConversation').run(...head, ...before).changes === 1;
  if (!isMoved) requireOrder(connection, rows.conversation, before);
  return isMoved;
}

/** A conversation at the right version whose events end elsewhere is no conflict that a retry mends. */
function requireOrder(
  { statement }: Connection,
  conversation: string,
  [version, seq]: readonly [number, number],
): void {
  const stored = statement('head').get(conversation);
  if (stored && integerOf(stored, 'version') === version) throw outOfOrder(conversation, seq, integerOf(stored, 'seq'));
}
