/**
 * Reads back the JSON that rows carry. Checks what tells one kind of row from another and trusts the rest: it was written by this store.
 */
import type { Value } from '../../events/understood.ts';
import type { OutboxRow } from '../../runtime/ports/delivery.ts';
import type { InboxRow, Snapshot } from '../../runtime/ports.ts';
import { isJsonObject, parseJson } from './parse-json.ts';
import { unreadable } from './unreadable.ts';

/** @throws TouchpointError STORE_FAILED */
export function decodeInboxRow(text: string): InboxRow {
  const row = parseJson(text, 'a waiting message');
  if (!isInboxRow(row)) throw unreadable('a waiting message', 'it has no id, conversation or text');
  return row;
}

/** @throws TouchpointError STORE_FAILED */
export function decodeOutboxRow(text: string): OutboxRow {
  const row = parseJson(text, 'a message to be delivered');
  if (!isOutboxRow(row)) throw unreadable('a message to be delivered', 'it has no id, conversation or text');
  // rows of the release before this one have no cards
  return { ...row, cards: row.cards ?? [] };
}

/** @throws TouchpointError STORE_FAILED */
export function decodeInput(text: string): Value {
  const input = parseJson(text, 'the input of an action');
  if (!isValue(input)) throw unreadable('the input of an action', 'it is not a value');
  return input;
}

/** @returns `undefined` where there is none or it cannot be read: a snapshot is a cache, and the events give the state again */
export function decodeState(text: string | null): Snapshot['state'] | undefined {
  if (text === null) return undefined;
  try {
    const state: unknown = JSON.parse(text);
    return isState(state) ? state : undefined;
  } catch {
    return undefined;
  }
}

function isInboxRow(row: unknown): row is InboxRow {
  return isRow(row) && typeof row['providerId'] === 'string';
}

function isOutboxRow(row: unknown): row is OutboxRow {
  return isRow(row) && typeof row['address'] === 'string';
}

function isRow(row: unknown): row is Readonly<Record<string, unknown>> {
  if (!isJsonObject(row)) return false;
  return typeof row['id'] === 'string' && typeof row['conversation'] === 'string' && typeof row['text'] === 'string';
}

function isState(state: unknown): state is Snapshot['state'] {
  return isJsonObject(state) && typeof state['conversation'] === 'string' && Array.isArray(state['stack']);
}

function isValue(value: unknown): value is Value {
  return value !== undefined;
}
