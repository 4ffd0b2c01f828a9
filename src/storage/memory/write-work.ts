/**
 * The writes besides the turn's own.
 */

import type { OutboxPlace, OutboxRow } from '../../runtime/ports/delivery.ts';
import type { CountedFacts } from '../../runtime/ports/facts.ts';
import type { InboxRow } from '../../runtime/ports.ts';
import { joinBriefs } from '../codec/join-briefs.ts';
import { encodeRollup, rollupChanges } from '../codec/rollup-changes.ts';
import { type FactsEntry, inboxKey, outboxKey, pairKey, type Tables } from './tables.ts';

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

export function outboxPassed({ outbox }: Tables, row: OutboxRow): void {
  const entry = outbox.get(outboxKey(row));
  if (entry) outbox.set(outboxKey(row), { ...entry, row: JSON.stringify(row) });
}

export function actionStarted({ actions }: Tables, conversation: string, request: string): boolean {
  const key = pairKey(conversation, request);
  const entry = actions.get(key);
  if (entry?.started !== 0) return false;
  actions.set(key, { ...entry, started: 1 });
  return true;
}

type Facts = { readonly conversation: string; readonly seq: number; readonly rows: readonly CountedFacts[] };

/** A projector that comes late with older facts leaves the conversation marked, so that they are folded again. */
export function writeFacts(tables: Tables, { conversation, seq, rows }: Facts): void {
  const { facts, briefs, changes, dirty, conversations } = tables;
  const before = facts.get(conversation) ?? [];
  const after = rows.map((row) => ({ ...row, rollup: encodeRollup(row.rollup) }));
  facts.set(conversation, after);
  const change = (changes.get('last') ?? 0) + 1;
  changes.set('last', change);
  briefs.set(conversation, { conversation, change, brief: joinBriefs(rows) });
  addRollups(tables, before, after);
  const last = conversations.get(conversation)?.seq ?? 0;
  dirty.delete(conversation);
  if (last > seq) dirty.set(conversation, last);
}

function addRollups({ rollups }: Tables, before: readonly FactsEntry[], after: readonly FactsEntry[]): void {
  const changes = rollupChanges(
    before.map(({ rollup }) => rollup),
    after.map(({ rollup }) => rollup),
  );
  for (const { place, n } of changes) {
    const key = JSON.stringify(place);
    const sum = (rollups.get(key)?.n ?? 0) + n;
    if (sum === 0) rollups.delete(key);
    else rollups.set(key, { place, n: sum });
  }
}

/** @returns how many conversations there are */
export function markAllDirty({ dirty, conversations }: Tables): number {
  for (const [conversation, { seq }] of conversations) dirty.set(conversation, seq);
  return conversations.size;
}

export function markDirty({ dirty, conversations }: Tables, conversation: string): void {
  const head = conversations.get(conversation);
  if (head) dirty.set(conversation, head.seq);
}

/** @returns what is stored under the name: `value`, where nothing was */
export function agree({ settings }: Tables, name: string, value: string): string {
  const stored = settings.get(name) ?? value;
  settings.set(name, stored);
  return stored;
}
