import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import type { Committed } from '../../../runtime/ports.ts';
import type { CommitRows } from '../../codec/encode-commit.ts';
import type { Connection } from '../connection.ts';
import { integerOf } from './column.ts';

/**
 * Writes one commit within the open transaction. A conflict and a duplicate change nothing: what was written before they were seen is taken back.
 *
 * @throws what the database says, and STORE_FAILED where the events do not follow those stored
 */
export function writeCommit(connection: Connection, rows: CommitRows): Committed {
  const taken = takeMessages(connection, rows.inbox);
  if (taken < rows.inbox.length) {
    giveBack(connection, rows.inbox.slice(0, taken));
    return 'duplicate';
  }
  if (!moveHead(connection, rows)) {
    giveBack(connection, rows.inbox);
    return 'conflict';
  }
  for (const [name, ...values] of rows.runs) connection.statement(name).run(...values);
  return 'committed';
}

/** @returns how many were new, up to the first that is known */
function takeMessages({ statement }: Connection, inbox: readonly string[]): number {
  const known = inbox.findIndex((id) => statement('addHandled').run(id).changes === 0);
  return known < 0 ? inbox.length : known;
}

function giveBack({ statement }: Connection, inbox: readonly string[]): void {
  for (const id of inbox) statement('forgetMessage').run(id);
}

/** Compares and sets the conversation's row: both its version and where its events end. */
function moveHead(connection: Connection, rows: CommitRows): boolean {
  const { head, before } = rows;
  if (!before) return connection.statement('addConversation').run(...head).changes === 1;
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
  if (!stored || integerOf(stored, 'version') !== version) return;
  const last = integerOf(stored, 'seq');
  throw new TouchpointError(
    'STORE_FAILED',
    `event ${seq + 1} of conversation '${conversation}' does not follow event ${last}, its last`,
    { fix: 'number the events of a commit from the last stored event on, without gaps' },
  );
}
