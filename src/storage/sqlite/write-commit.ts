import type { Commit, Committed, InboxRow } from '../../runtime/ports.ts';
import { encodeTurn } from '../codec/encode-turn.ts';
import { integerOf } from './column.ts';
import type { Connection } from './connection.ts';

/**
 * Writes one commit within the open transaction. Whether it may be written is asked before anything is: a conflict and a duplicate change nothing.
 *
 * @throws what the database says, and STORE_FAILED where the events do not follow those stored
 */
export function writeCommit(connection: Connection, commit: Commit): Committed {
  const { head } = commit;
  if (isAnyKnown(connection, commit.inbox)) return 'duplicate';
  const stored = connection.statement('head').get(head.conversation);
  if (head.version - 1 !== (stored ? integerOf(stored, 'version') : 0)) return 'conflict';
  writeTurn(connection, commit, stored ? integerOf(stored, 'seq') : 0);
  writeHead(connection, commit);
  writeMessages(connection, commit);
  writeWork(connection, commit);
  return 'committed';
}

function isAnyKnown(connection: Connection, inbox: readonly InboxRow[]): boolean {
  const known = connection.statement('inboxKnown');
  return inbox.some(({ id }, index) => known.get(id) !== undefined || inbox.findIndex((row) => row.id === id) < index);
}

function writeTurn({ statement }: Connection, { head, events }: Commit, after: number): void {
  const turn = encodeTurn(head.conversation, events, after);
  if (!turn) return;
  statement('addTurn').run(head.conversation, turn.firstSeq, turn.lastSeq, turn.at, turn.facts);
  if (turn.words !== null) statement('addWords').run(head.conversation, turn.firstSeq, turn.at, turn.words);
}

function writeHead({ statement }: Connection, { head, snapshot }: Commit): void {
  const { conversation, version, seq, at, channel, address, program } = head;
  const place = [version, seq, at, channel, address, program] as const;
  const cache = [snapshot.seq, snapshot.evolveVersion, JSON.stringify(snapshot.state)] as const;
  if (version > 1) {
    statement('setConversation').run(...place, ...cache, conversation, version - 1);
    return;
  }
  statement('addConversation').run(...place, ...cache, conversation);
  statement('setIdentity').run(channel, address, conversation);
}

function writeMessages({ statement }: Connection, { head, inbox, handled, outbox }: Commit): void {
  for (const row of inbox) statement('addHandled').run(row.id, row.conversation, row.receivedAt);
  for (const id of handled) statement('setHandled').run(id);
  for (const row of outbox) {
    statement('addOutbox').run(row.id, row.conversation, row.seq, row.channel, head.at, JSON.stringify(row));
  }
}

/** Sets before it clears: what a turn sets and clears again is gone. */
function writeWork({ statement }: Connection, commit: Commit): void {
  const { conversation, seq, at } = commit.head;
  for (const { timer, dueAt } of commit.timersSet) statement('setTimer').run(conversation, timer, dueAt);
  for (const timer of commit.timersCleared) statement('clearTimer').run(conversation, timer);
  for (const row of commit.actionsAdded) {
    const { request, action, program, started, requestedAt } = row;
    statement('addAction').run(conversation, request, action, JSON.stringify(row.input), program, started, requestedAt);
  }
  for (const request of commit.actionsRemoved) statement('removeAction').run(conversation, request);
  if (commit.dirtyCases.length > 0) statement('markDirty').run(conversation, seq, at);
}
