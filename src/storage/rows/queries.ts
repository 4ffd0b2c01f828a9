/**
 * What is read, as data: a statement, its values, and what its rows mean. Every engine runs them in its own way.
 */
import type { Instant } from '../../events/instant.ts';
import type { OutboxRow } from '../../runtime/ports/delivery.ts';
import type { BriefRange, BriefRow } from '../../runtime/ports/facts.ts';
import type { ActionRow, InboxRow, ProgramRow, Store, TimerRow, Unsettled } from '../../runtime/ports.ts';
import { decodeInboxRow, decodeInput, decodeOutboxRow } from '../codec/decode-rows.ts';
import type { StoredTurn } from '../codec/decode-turn.ts';
import type { StatementName } from '../statements.ts';
import { integerOf, optionalTextOf, type Row, textOf } from './column.ts';
import type { EventRange, LoadedRow } from './row-store.ts';

/** @property read throws TouchpointError STORE_FAILED where a row does not hold what was once written */
export type Query<T> = {
  readonly statement: StatementName;
  readonly values: readonly (string | number | null)[];
  read(rows: readonly Row[]): T;
};

type Dirty = { readonly conversation: string; readonly seq: number };

export const queries = {
  load: (conversation: string): Query<LoadedRow | undefined> => ({
    statement: 'load',
    values: [conversation],
    read: ([row]) => row && loadedOf(conversation, row),
  }),

  /** The turn that holds the event after `after` may begin before it. */
  turns: (conversation: string, { after, limit = unlimited }: EventRange): Query<readonly StoredTurn[]> => ({
    statement: 'turns',
    values: [conversation, conversation, after + 1, Math.min(after + limit, unlimited)],
    read: (rows) => rows.map((row) => turnOf(conversation, row)),
  }),

  waiting: (conversation: string): Query<readonly InboxRow[]> => ({
    statement: 'waiting',
    values: [conversation],
    read: (rows) => rows.map((row) => decodeInboxRow(textOf(row, 'row'))),
  }),
  conversationsWaiting: (limit: number): Query<readonly string[]> => ({
    statement: 'conversationsWaiting',
    values: [limit],
    read: (rows) => rows.map((row) => textOf(row, 'conversation')),
  }),

  outboxDue: (now: Instant, limit: number): Query<readonly OutboxRow[]> => ({
    statement: 'outboxDue',
    values: [now, limit],
    read: (rows) => rows.map((row) => decodeOutboxRow(textOf(row, 'row'))),
  }),
  outboxNextDue: (): Query<Instant | undefined> => ({ statement: 'outboxNextDue', values: [], read: dueOf }),
  timersDue: (now: Instant, limit: number): Query<readonly TimerRow[]> => ({
    statement: 'timersDue',
    values: [now, limit],
    read: (rows) => rows.map(timerOf),
  }),
  timersNextDue: (): Query<Instant | undefined> => ({ statement: 'timersNextDue', values: [], read: dueOf }),
  actionsOpen: (limit: number): Query<readonly ActionRow[]> => ({
    statement: 'actionsOpen',
    values: [limit],
    read: (rows) => rows.map(actionOf),
  }),
  dirtyConversations: (limit: number): Query<readonly Dirty[]> => ({
    statement: 'dirtyConversations',
    values: [limit],
    read: (rows) => rows.map((row) => ({ conversation: textOf(row, 'conversation'), seq: integerOf(row, 'seq') })),
  }),

  briefs: ({ after: { change, conversation }, limit }: BriefRange): Query<readonly BriefRow[]> => ({
    statement: 'briefs',
    values: [change, conversation, limit],
    read: (rows) => rows.map(briefOf),
  }),
  lastChange: (): Query<number> => ({
    statement: 'lastChange',
    values: [],
    read: ([row]) => (row ? integerOf(row, 'change') : 0),
  }),

  programFiles: (hash: string): Query<string | undefined> => ({
    statement: 'programFiles',
    values: [hash],
    read: ([row]) => row && textOf(row, 'files'),
  }),
  programs: (): Query<readonly ProgramRow[]> => ({
    statement: 'programs',
    values: [],
    read: (rows) =>
      rows.map((row) => ({
        hash: textOf(row, 'hash'),
        since: integerOf(row, 'since'),
        usedAt: integerOf(row, 'used_at'),
      })),
  }),
  unsettled: ({ after, limit }: Parameters<Store['unsettled']>[0]): Query<readonly Unsettled[]> => ({
    statement: 'unsettled',
    values: [after, limit],
    read: (rows) => rows.map((row) => ({ conversation: textOf(row, 'conversation'), program: textOf(row, 'program') })),
  }),
  conversations: ({ after, limit }: Parameters<Store['conversations']>[0]): Query<readonly string[]> => ({
    statement: 'conversations',
    values: [after, limit],
    read: (rows) => rows.map((row) => textOf(row, 'conversation')),
  }),
  conversationsOf: (customer: string, limit: number): Query<readonly string[]> => ({
    statement: 'movedOf',
    values: [customer],
    read: (rows) =>
      rows
        .map((row) => ({ conversation: textOf(row, 'conversation'), at: integerOf(row, 'at') }))
        .toSorted((a, b) => b.at - a.at || (a.conversation < b.conversation ? -1 : 1))
        .slice(0, limit)
        .map(({ conversation }) => conversation),
  }),
  conversationOf: ({ channel, address }: Parameters<Store['conversationOf']>[0]): Query<string | undefined> => ({
    statement: 'identity',
    values: [channel, address],
    read: ([row]) => row && textOf(row, 'conversation'),
  }),
  setting: (name: string): Query<string | undefined> => ({
    statement: 'setting',
    values: [name],
    read: ([row]) => row && textOf(row, 'value'),
  }),
} as const;

const unlimited = Number.MAX_SAFE_INTEGER;

function loadedOf(conversation: string, row: Row): LoadedRow {
  const head = {
    conversation,
    version: integerOf(row, 'version'),
    seq: integerOf(row, 'seq'),
    at: integerOf(row, 'at'),
  };
  const place = { channel: textOf(row, 'channel'), address: textOf(row, 'address'), program: textOf(row, 'program') };
  const customer = optionalTextOf(row, 'customer');
  return { head: { ...head, ...place, customer }, snapshot: snapshotOf(row) };
}

function snapshotOf(row: Row): LoadedRow['snapshot'] {
  const state = optionalTextOf(row, 'state');
  if (state === null) return undefined;
  return { seq: integerOf(row, 'snapshot_seq'), evolveVersion: integerOf(row, 'evolve_version'), state };
}

function turnOf(conversation: string, row: Row): StoredTurn {
  const place = { conversation, firstSeq: integerOf(row, 'first_seq'), lastSeq: integerOf(row, 'last_seq') };
  const shared = { at: integerOf(row, 'at'), turn: integerOf(row, 'turn'), case: optionalTextOf(row, 'case_id') };
  return { ...place, ...shared, facts: textOf(row, 'events'), words: optionalTextOf(row, 'words') };
}

function dueOf([row]: readonly Row[]): Instant | undefined {
  return row && integerOf(row, 'due_at');
}

function timerOf(row: Row): TimerRow {
  return { conversation: textOf(row, 'conversation'), timer: textOf(row, 'timer'), dueAt: integerOf(row, 'due_at') };
}

function briefOf(row: Row): BriefRow {
  return { conversation: textOf(row, 'conversation'), change: integerOf(row, 'change'), brief: textOf(row, 'brief') };
}

function actionOf(row: Row): ActionRow {
  return {
    conversation: textOf(row, 'conversation'),
    request: textOf(row, 'request'),
    action: textOf(row, 'action'),
    input: decodeInput(textOf(row, 'input')),
    program: textOf(row, 'program'),
    started: integerOf(row, 'started'),
    requestedAt: integerOf(row, 'requested_at'),
  };
}
