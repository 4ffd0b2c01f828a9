import type { OutboxPlace } from '../../runtime/ports/delivery.ts';
import type { HandoffRow, PresenceRow } from '../../runtime/ports/desk.ts';
import type { BriefRow, FactsRow } from '../../runtime/ports/facts.ts';
import type { UploadRow } from '../../runtime/ports/uploads.ts';
import type { Head, InboxRow, ProgramRow } from '../../runtime/ports.ts';
import type { StoredTurn } from '../codec/decode-turn.ts';
import type { RollupChange } from '../codec/rollup-changes.ts';

/** What the memory store holds: the rows of the schema as JSON, so that nothing in it can be changed from outside. */
export type Tables = {
  readonly conversations: Map<string, Head>;
  readonly snapshots: Map<string, SnapshotEntry>;
  /** conversation begun last, and the customer, by channel identity */
  readonly identities: Map<string, { readonly conversation: string; readonly customer: string | null }>;
  readonly turns: Map<string, StoredTurn[]>;
  /** ids of all messages ever taken */
  readonly known: Set<string>;
  /** messages not handled, oldest first */
  readonly waiting: Map<string, WaitingEntry>;
  readonly outbox: Map<string, OutboxEntry>;
  readonly timers: Map<string, TimerEntry>;
  readonly actions: Map<string, ActionEntry>;
  readonly dirty: Map<string, number>;
  readonly facts: Map<string, readonly FactsEntry[]>;
  readonly briefs: Map<string, BriefRow>;
  /** of the briefs, the number of the last */
  readonly changes: Map<'last', number>;
  /** numbers by their place in the rollups */
  readonly rollups: Map<string, RollupChange>;
  readonly programs: Map<string, ProgramRow & { readonly files: string }>;
  readonly handoffs: Map<string, HandoffRow>;
  readonly presences: Map<string, PresenceRow>;
  /** until when one takes a conversation, by agent */
  readonly reaching: Map<string, number>;
  readonly uploads: Map<string, UploadRow>;
  readonly settings: Map<string, string>;
  /** when, by customer */
  readonly erasures: Map<string, number>;
};

export type FactsEntry = FactsRow & { readonly rollup: string | null };
export type SnapshotEntry = { readonly seq: number; readonly evolveVersion: number; readonly state: string };
type WaitingEntry = { readonly conversation: string; readonly receivedAt: number; readonly row: string };
export type OutboxEntry = {
  readonly conversation: string;
  readonly channel: string;
  readonly seq: number;
  readonly queuedAt: number;
  readonly dueAt: number;
  readonly row: string;
};
type TimerEntry = { readonly conversation: string; readonly timer: string; readonly dueAt: number };
export type ActionEntry = {
  readonly conversation: string;
  readonly request: string;
  readonly action: string;
  readonly input: string;
  readonly program: string;
  readonly started: number;
  readonly requestedAt: number;
};

export function emptyTables(): Tables {
  return {
    conversations: new Map(),
    snapshots: new Map(),
    identities: new Map(),
    turns: new Map(),
    known: new Set(),
    waiting: new Map(),
    outbox: new Map(),
    timers: new Map(),
    actions: new Map(),
    dirty: new Map(),
    facts: new Map(),
    briefs: new Map(),
    changes: new Map(),
    rollups: new Map(),
    programs: new Map(),
    handoffs: new Map(),
    presences: new Map(),
    reaching: new Map(),
    uploads: new Map(),
    settings: new Map(),
    erasures: new Map(),
  };
}

/** Key of a row whose key has two columns; different pairs give different keys. */
export function pairKey(first: string, second: string): string {
  return JSON.stringify([first, second]);
}

export function inboxKey({ conversation, id }: Pick<InboxRow, 'conversation' | 'id'>): string {
  return pairKey(conversation, id);
}

export function outboxKey({ conversation, seq }: OutboxPlace): string {
  return pairKey(conversation, String(seq));
}
