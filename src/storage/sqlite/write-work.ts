/**
 * The writes besides the turn's own. Each runs within an open transaction and throws what the database says.
 */

import type { OutboxPlace } from '../../runtime/ports/delivery.ts';
import type { CountedFacts } from '../../runtime/ports/facts.ts';
import type { InboxRow, Store } from '../../runtime/ports.ts';
import { joinBriefs } from '../codec/join-briefs.ts';
import { encodeRollup, rollupChanges } from '../codec/rollup-changes.ts';
import { optionalTextOf } from '../rows/column.ts';
import { queries } from '../rows/queries.ts';
import type { Connection } from './connection.ts';

export function accept({ statement }: Connection, row: InboxRow): 'stored' | 'duplicate' {
  const { conversation, id, receivedAt } = row;
  const { changes } = statement('addWaiting').run(conversation, id, receivedAt, JSON.stringify(row), conversation);
  return changes === 1 ? 'stored' : 'duplicate';
}

export function outboxDone({ statement }: Connection, rows: readonly OutboxPlace[]): void {
  for (const { conversation, seq } of rows) statement('outboxDone').run(conversation, seq);
}

type Facts = { readonly conversation: string; readonly seq: number; readonly rows: readonly CountedFacts[] };

/** A projector that comes late with older facts leaves the conversation marked, so that they are folded again. */
export function writeFacts({ statement }: Connection, { conversation, seq, rows }: Facts): void {
  const before = statement('removeFacts')
    .all(conversation)
    .map((row) => optionalTextOf(row, 'rollup'));
  const after = rows.map(({ rollup }) => encodeRollup(rollup));
  for (const [index, row] of rows.entries())
    statement('addFacts').run(conversation, row.case, row.startedAt, row.facts, after[index] ?? null);
  for (const { place, n } of rollupChanges(before, after)) {
    statement('addRollup').run(...place, n);
    if (n < 0) statement('dropRollup').run(...place);
  }
  statement('writeBrief').run(conversation, joinBriefs(rows));
  statement('clearDirty').run(conversation);
  statement('markStale').run(conversation, seq);
}

/** @returns how many conversations there are */
export function markAllDirty({ statement }: Connection): number {
  return Number(statement('markAllDirty').run().changes);
}

/** Files never change under one hash. */
export function saveProgram({ statement }: Connection, { hash, files, at }: Parameters<Store['saveProgram']>[0]): void {
  statement('saveProgram').run(hash, at, at, files);
}

/** @returns what is stored under the name: `value`, where nothing was */
export function agree({ statement }: Connection, name: string, value: string): string {
  statement('addSetting').run(name, value);
  const { read, values } = queries.setting(name);
  return read(statement('setting').all(...values)) ?? value;
}
