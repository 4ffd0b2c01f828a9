import type { Commit, Committed, InboxRow } from '../../runtime/ports.ts';
import { encodeTurn } from '../codec/encode-turn.ts';
import { integerOf } from './column.ts';
import type { Connection } from './connection.ts';

/**
 * Writes one commit within the open transaction. A conflict and a duplicate change nothing: what was written before they were seen is taken back.
 *
 * @throws what the database says, and STORE_FAILED where the events do not follow those stored
 */
export function writeCommit(connection: Connection, commit: Commit): Committed {
  const taken = takeMessages(connection, commit.inbox);
  if (taken < commit.inbox.length) {
    giveBack(connection, commit.inbox.slice(0, taken));
    return 'duplicate';
  }
  if (!moveHead(connection, commit)) {
    giveBack(connection, commit.inbox);
    return 'conflict';
  }
  writeTurn(connection, commit);
  writeMessages(connection, commit);
  writeWork(connection, commit);
  return 'committed';
}

/** @returns how many were new, up to the first that is known */
function takeMessages({ statement }: Connection, inbox: readonly InboxRow[]): number {
  const known = inbox.findIndex(({ id }) => statement('addHandled').run(id).changes === 0);
  return known < 0 ? inbox.length : known;
}

function giveBack({ statement }: Connection, inbox: readonly InboxRow[]): void {
  for (const { id } of inbox) statement('forgetMessage').run(id);
}

/** Compares and sets the conversation's row: both its version and where its events end. */
function moveHead(connection: Connection, { head, events }: Commit): boolean {
  const { conversation, version, seq, at, channel, address, program } = head;
  const place = [version, seq, at, channel, address, program, conversation] as const;
  if (version === 1) return addHead(connection, place);
  const before = [version - 1, (events[0]?.seq ?? seq + 1) - 1] as const;
  const isMoved = connection.statement('setConversation').run(...place, ...before).changes === 1;
  if (!isMoved) requireOrder(connection, { head, events });
  return isMoved;
}

type Place = readonly [number, number, number, string, string, string, string];

function addHead({ statement }: Connection, place: Place): boolean {
  const [, , , channel, address, , conversation] = place;
  if (statement('addConversation').run(...place).changes === 0) return false;
  statement('setIdentity').run(channel, address, conversation);
  return true;
}

/** A conversation at the right version whose events end elsewhere is no conflict that a retry mends. */
function requireOrder({ statement }: Connection, { head, events }: Pick<Commit, 'head' | 'events'>): void {
  const stored = statement('head').get(head.conversation);
  if (stored && integerOf(stored, 'version') === head.version - 1)
    encodeTurn(head.conversation, events, integerOf(stored, 'seq'));
}

function writeTurn({ statement }: Connection, { head, events, snapshot }: Commit): void {
  const { conversation } = head;
  const turn = encodeTurn(conversation, events, head.seq - events.length);
  if (turn) {
    const { firstSeq, lastSeq, at, turn: number, case: issue, facts, words } = turn;
    statement('addTurn').run(conversation, firstSeq, lastSeq, at, number, issue, facts, words);
  }
  if (!snapshot) return;
  statement('setSnapshot').run(conversation, snapshot.seq, snapshot.evolveVersion, JSON.stringify(snapshot.state));
}

function writeMessages({ statement }: Connection, { head, handled, outbox }: Commit): void {
  for (const id of handled) statement('setHandled').run(id);
  for (const row of outbox) {
    statement('addOutbox').run(row.id, row.conversation, row.seq, row.channel, head.at, JSON.stringify(row));
  }
}

/** Sets before it clears: what a turn sets and clears again is gone. */
function writeWork({ statement }: Connection, commit: Commit): void {
  const { conversation, at } = commit.head;
  for (const { timer, dueAt } of commit.timersSet) statement('setTimer').run(conversation, timer, dueAt);
  for (const timer of commit.timersCleared) statement('clearTimer').run(conversation, timer);
  for (const row of commit.actionsAdded) {
    const { request, action, program, started, requestedAt } = row;
    statement('addAction').run(conversation, request, action, JSON.stringify(row.input), program, started, requestedAt);
  }
  for (const request of commit.actionsRemoved) statement('removeAction').run(conversation, request);
  if (commit.dirtyCases.length > 0) statement('markDirty').run(conversation, at);
}
