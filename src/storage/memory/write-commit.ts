import type { Commit, Committed, Head, InboxRow } from '../../runtime/ports.ts';
import { type EncodedTurn, encodeTurn } from '../codec/encode-turn.ts';
import {
  type ActionEntry,
  inboxKey,
  type OutboxEntry,
  outboxKey,
  pairKey,
  type SnapshotEntry,
  type Tables,
} from './tables.ts';

/**
 * Everything that can fail comes before the first change.
 *
 * @throws TouchpointError STORE_FAILED where the events do not follow those stored; TypeError where a value is no JSON
 */
export function writeCommit(tables: Tables, commit: Commit): Committed {
  const { head } = commit;
  if (isAnyKnown(tables, commit.inbox) || !doWait(tables, commit) || !areOpen(tables, commit)) return 'duplicate';
  const stored = tables.conversations.get(head.conversation);
  if (head.version - 1 !== (stored?.version ?? 0)) return 'conflict';
  apply(tables, commit, encode(commit, stored?.seq ?? 0));
  return 'committed';
}

function isAnyKnown({ known }: Tables, inbox: readonly InboxRow[]): boolean {
  return inbox.some((row, index) => known.has(inboxKey(row)) || inbox.findIndex(({ id }) => row.id === id) < index);
}

/** A message that waits no more was handled by somebody else. */
function doWait({ waiting }: Tables, { head: { conversation }, handled }: Commit): boolean {
  return handled.every((id) => waiting.has(inboxKey({ conversation, id })));
}

/** An action that is open no more has its result already. */
function areOpen({ actions }: Tables, { head: { conversation }, actionsRemoved }: Commit): boolean {
  return actionsRemoved.every((request) => actions.has(pairKey(conversation, request)));
}

type Encoded = {
  readonly turn: EncodedTurn | undefined;
  readonly snapshot: SnapshotEntry | undefined;
  readonly outbox: ReadonlyMap<string, OutboxEntry>;
  readonly actions: readonly ActionEntry[];
};

function encode({ head, events, snapshot, outbox, actionsAdded }: Commit, after: number): Encoded {
  return {
    turn: encodeTurn(head.conversation, events, after),
    snapshot: snapshot && { ...snapshot, state: JSON.stringify(snapshot.state) },
    outbox: new Map(
      outbox.map((row) => {
        const { conversation, channel, seq } = row;
        const place = { conversation, channel, seq, queuedAt: head.at, dueAt: 0 };
        return [outboxKey(row), { ...place, row: JSON.stringify(row) }];
      }),
    ),
    actions: actionsAdded.map((row) => ({ ...row, input: JSON.stringify(row.input) })),
  };
}

function apply(tables: Tables, commit: Commit, encoded: Encoded): void {
  if (encoded.turn) addTurn(tables, commit.head.conversation, encoded.turn);
  setHead(tables, commit.head, encoded.snapshot);
  const { conversation } = commit.head;
  for (const row of commit.inbox) tables.known.add(inboxKey(row));
  for (const id of commit.handled) tables.waiting.delete(inboxKey({ conversation, id }));
  for (const [key, entry] of encoded.outbox) tables.outbox.set(key, entry);
  applyWork(tables, commit, encoded.actions);
}

function addTurn({ turns }: Tables, conversation: string, turn: EncodedTurn): void {
  const stored = { conversation, ...turn };
  const before = turns.get(conversation);
  if (before) before.push(stored);
  else turns.set(conversation, [stored]);
}

function setHead(tables: Tables, head: Head, snapshot: SnapshotEntry | undefined): void {
  const { conversations, snapshots, identities } = tables;
  conversations.set(head.conversation, head);
  if (snapshot) snapshots.set(head.conversation, snapshot);
  const { conversation, customer } = head;
  if (head.version === 1) identities.set(pairKey(head.channel, head.address), { conversation, customer });
}

/** Sets before it clears: what a turn sets and clears again is gone. */
function applyWork({ timers, actions, dirty, handoffs }: Tables, commit: Commit, added: readonly ActionEntry[]): void {
  const { conversation, seq } = commit.head;
  for (const { timer, dueAt } of commit.timersSet)
    timers.set(pairKey(conversation, timer), { conversation, timer, dueAt });
  for (const timer of commit.timersCleared) timers.delete(pairKey(conversation, timer));
  for (const entry of added) actions.set(pairKey(conversation, entry.request), entry);
  for (const request of commit.actionsRemoved) actions.delete(pairKey(conversation, request));
  if (commit.handoff) handoffs.set(conversation, commit.handoff);
  if (commit.handoff === null) handoffs.delete(conversation);
  if (commit.dirtyCases.length > 0) dirty.set(conversation, seq);
}
