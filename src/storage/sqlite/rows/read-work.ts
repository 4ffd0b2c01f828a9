/**
 * What waits to be done: messages, deliveries, timers, actions, facts.
 */
import type { Instant } from '../../../events/instant.ts';
import type { ActionRow, InboxRow, OutboxRow, TimerRow } from '../../../runtime/ports.ts';
import { decodeInboxRow, decodeInput, decodeOutboxRow } from '../../codec/decode-rows.ts';
import type { Connection, Row } from '../connection.ts';
import { integerOf, textOf } from './column.ts';

export function waiting({ statement }: Connection, conversation: string): readonly InboxRow[] {
  return statement('waiting')
    .all(conversation)
    .map((row) => decodeInboxRow(textOf(row, 'row')));
}

export function conversationsWaiting({ statement }: Connection, limit: number): readonly string[] {
  return statement('conversationsWaiting')
    .all(limit)
    .map((row) => textOf(row, 'conversation'));
}

export function outboxDue({ statement }: Connection, now: Instant, limit: number): readonly OutboxRow[] {
  return statement('outboxDue')
    .all(now, limit)
    .map((row) => decodeOutboxRow(textOf(row, 'row')));
}

/** @returns `undefined` when nothing waits */
export function nextDue({ statement }: Connection, queue: 'outboxNextDue' | 'timersNextDue'): Instant | undefined {
  const row = statement(queue).get();
  return row && integerOf(row, 'due_at');
}

export function timersDue({ statement }: Connection, now: Instant, limit: number): readonly TimerRow[] {
  return statement('timersDue').all(now, limit).map(timerOf);
}

function timerOf(row: Row): TimerRow {
  return { conversation: textOf(row, 'conversation'), timer: textOf(row, 'timer'), dueAt: integerOf(row, 'due_at') };
}

export function actionsOpen({ statement }: Connection, limit: number): readonly ActionRow[] {
  return statement('actionsOpen').all(limit).map(actionOf);
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

type Dirty = { readonly conversation: string; readonly seq: number };

export function dirtyConversations({ statement }: Connection, limit: number): readonly Dirty[] {
  return statement('dirtyConversations')
    .all(limit)
    .map((row) => ({ conversation: textOf(row, 'conversation'), seq: integerOf(row, 'seq') }));
}
