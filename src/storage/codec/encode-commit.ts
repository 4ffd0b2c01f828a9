import type { Commit, Head } from '../../runtime/ports.ts';
import type { StatementName } from '../statements.ts';
import { encodeTurn } from './encode-turn.ts';

/** A statement with its values. */
export type Run = readonly [StatementName, ...(string | number | null)[]];

/** A commit as rows: plain values that cross to another thread cheaply. */
export type CommitRows = {
  /** ids of messages that must be new */
  readonly inbox: readonly string[];
  readonly conversation: string;
  /** columns of the conversation's row as they shall be */
  readonly head: readonly [
    version: number,
    seq: number,
    at: number,
    channel: string,
    address: string,
    program: string,
    conversation: string,
  ];
  readonly customer: string | null;
  /** ids of waiting messages that must still wait, and do so no more */
  readonly handled: readonly string[];
  /** what must be stored now; `null`: the conversation must not exist */
  readonly before: readonly [version: number, seq: number] | null;
  /** what else is written, in this order */
  readonly runs: readonly Run[];
};

/** @throws TouchpointError STORE_FAILED when the events do not end at the head; TypeError where a value is no JSON */
export function encodeCommit(commit: Commit): CommitRows {
  const { head, events, inbox, handled } = commit;
  const { conversation, version, seq, at, channel, address, program, customer } = head;
  return {
    inbox: inbox.map(({ id }) => id),
    conversation,
    head: [version, seq, at, channel, address, program, conversation],
    customer,
    handled,
    before: version === 1 ? null : [version - 1, seq - events.length],
    runs: [...turnRuns(commit), ...messageRuns(commit), ...workRuns(commit)],
  };
}

function turnRuns({ head, events, snapshot }: Commit): readonly Run[] {
  const runs: Run[] = [];
  const { conversation } = head;
  const turn = encodeTurn(conversation, events, head.seq - events.length);
  if (turn) {
    const { firstSeq, lastSeq, at, turn: number, case: issue, facts, words } = turn;
    runs.push(['addTurn', conversation, firstSeq, lastSeq, at, number, issue, facts, words]);
  }
  if (snapshot) {
    const { seq, evolveVersion, state } = snapshot;
    runs.push(['setSnapshot', conversation, seq, evolveVersion, JSON.stringify(state)]);
  }
  return runs;
}

function messageRuns({ head, outbox }: Commit): readonly Run[] {
  return [
    ...firstRuns(head),
    ...outbox.map((row): Run => {
      return ['addOutbox', row.conversation, row.seq, row.channel, head.at, JSON.stringify(row)];
    }),
  ];
}

function firstRuns({ version, channel, address, conversation, customer }: Head): readonly Run[] {
  return version === 1 ? [['setIdentity', channel, address, conversation, customer]] : [];
}

/** What a turn sets and clears again is gone; so each row is written once, in any order. */
function workRuns(commit: Commit): readonly Run[] {
  const { conversation, at } = commit.head;
  const cleared = new Set(commit.timersCleared);
  const set = new Map(commit.timersSet.map(({ timer, dueAt }) => [timer, dueAt]));
  return [
    ...[...set].flatMap(([timer, dueAt]): Run[] =>
      cleared.has(timer) ? [] : [['setTimer', conversation, timer, dueAt]],
    ),
    ...[...cleared].map((timer): Run => ['clearTimer', conversation, timer]),
    ...commit.actionsAdded.map(({ request, action, input, program, started, requestedAt }): Run => {
      return ['addAction', conversation, request, action, JSON.stringify(input), program, started, requestedAt];
    }),
    ...commit.actionsRemoved.map((request): Run => ['removeAction', conversation, request]),
    ...handoffRuns(commit),
    ...(commit.dirtyCases.length > 0 ? [['markDirty', conversation, at] as const] : []),
  ];
}

function handoffRuns({ head: { conversation }, handoff }: Commit): readonly Run[] {
  if (handoff === undefined) return [];
  if (handoff === null) return [['removeHandoff', conversation]];
  const { handoff: id, team, reason, since, agent, version, meantFor, offered } = handoff;
  return [['setHandoff', conversation, id, team, reason, since, agent, version, meantFor, offered]];
}
