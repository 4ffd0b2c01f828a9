/**
 * The writes besides the turn's own.
 */
import type { FactsRow, InboxRow, OutboxPlace } from '../../runtime/ports.ts';
import { inboxKey, outboxKey, pairKey, type Tables } from './tables.ts';

export function accept({ known, waiting }: Tables, row: InboxRow): 'stored' | 'duplicate' {
  if (known.has(inboxKey(row))) return 'duplicate';
  waiting.set(inboxKey(row), { conversation: row.conversation, receivedAt: row.receivedAt, row: JSON.stringify(row) });
  known.add(inboxKey(row));
  return 'stored';
}

export function outboxDone({ outbox }: Tables, rows: readonly OutboxPlace[]): void {
  for (const row of rows) outbox.delete(outboxKey(row));
}

export function outboxRetry({ outbox }: Tables, row: OutboxPlace, dueAt: number): void {
  const entry = outbox.get(outboxKey(row));
  if (entry) outbox.set(outboxKey(row), { ...entry, dueAt });
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

/** @returns what is stored under the name: `value`, where nothing was */
export function agree({ settings }: Tables, name: string, value: string): string {
  const stored = settings.get(name) ?? value;
  settings.set(name, stored);
  return stored;
}
