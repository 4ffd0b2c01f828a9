/**
 * The writes besides the turn's own.
 */
import type { FactsRow, InboxRow } from '../../runtime/ports.ts';
import { pairKey, type Tables } from './tables.ts';

export function accept({ known, waiting }: Tables, row: InboxRow): 'stored' | 'duplicate' {
  if (known.has(row.id)) return 'duplicate';
  waiting.set(row.id, { conversation: row.conversation, receivedAt: row.receivedAt, row: JSON.stringify(row) });
  known.add(row.id);
  return 'stored';
}

export function outboxDone({ outbox }: Tables, ids: readonly string[]): void {
  for (const id of ids) outbox.delete(id);
}

export function outboxRetry({ outbox }: Tables, id: string, dueAt: number): void {
  const entry = outbox.get(id);
  if (entry) outbox.set(id, { ...entry, dueAt });
}

export function actionStarted({ actions }: Tables, conversation: string, request: string): void {
  const key = pairKey(conversation, request);
  const entry = actions.get(key);
  if (entry) actions.set(key, { ...entry, started: entry.started + 1 });
}

type Facts = { readonly conversation: string; readonly seq: number; readonly rows: readonly FactsRow[] };

/** A projector that comes late with older facts leaves the conversation marked, so that they are folded again. */
export function writeFacts({ facts, dirty, conversations }: Tables, { conversation, seq, rows }: Facts): void {
  facts.set(conversation, [...rows]);
  const last = conversations.get(conversation)?.seq ?? 0;
  dirty.delete(conversation);
  if (last > seq) dirty.set(conversation, last);
}

/** @returns how many conversations there are */
export function markAllDirty({ dirty, conversations }: Tables): number {
  for (const [conversation, { seq }] of conversations) dirty.set(conversation, seq);
  return conversations.size;
}
