/**
 * The writes besides the turn's own. Each runs within an open transaction and throws what the database says.
 */
import type { FactsRow, InboxRow } from '../../../runtime/ports.ts';
import type { Connection } from '../connection.ts';

export function accept({ statement }: Connection, row: InboxRow): 'stored' | 'duplicate' {
  if (statement('inboxKnown').get(row.id)) return 'duplicate';
  statement('addWaiting').run(row.id, row.conversation, row.receivedAt, JSON.stringify(row), row.conversation);
  return 'stored';
}

export function outboxDone({ statement }: Connection, ids: readonly string[]): void {
  for (const id of ids) statement('outboxDone').run(id);
}

type Facts = { readonly conversation: string; readonly seq: number; readonly rows: readonly FactsRow[] };

/** A projector that comes late with older facts leaves the conversation marked, so that they are folded again. */
export function writeFacts({ statement }: Connection, { conversation, seq, rows }: Facts): void {
  statement('removeFacts').run(conversation);
  for (const row of rows) statement('addFacts').run(conversation, row.case, row.startedAt, row.facts);
  statement('clearDirty').run(conversation);
  statement('markStale').run(conversation, seq);
}

/** @returns how many conversations there are */
export function markAllDirty({ statement }: Connection): number {
  return Number(statement('markAllDirty').run().changes);
}
