import type { Event } from '../../events/event.ts';
import type { Loaded } from '../../runtime/ports.ts';
import { decodeState } from '../codec/decode-rows.ts';
import { decodeTurn } from '../codec/decode-turn.ts';
import { integerOf, optionalTextOf, textOf } from './column.ts';
import type { Connection, Row } from './connection.ts';

/** @returns `undefined` where there is no such conversation */
export function load({ statement }: Connection, conversation: string): Loaded | undefined {
  const row = statement('load').get(conversation);
  if (!row) return undefined;
  const head = {
    conversation,
    version: integerOf(row, 'version'),
    seq: integerOf(row, 'seq'),
    at: integerOf(row, 'at'),
  };
  const place = { channel: textOf(row, 'channel'), address: textOf(row, 'address'), program: textOf(row, 'program') };
  return { head: { ...head, ...place }, snapshot: snapshotOf(row) };
}

function snapshotOf(row: Row): Loaded['snapshot'] {
  const state = decodeState(optionalTextOf(row, 'state'));
  return state && { seq: integerOf(row, 'snapshot_seq'), evolveVersion: integerOf(row, 'evolve_version'), state };
}

type EventRange = { readonly after: number; readonly limit?: number };

/** The turn that holds the event after `after` may begin before it. */
export function events({ statement }: Connection, conversation: string, range: EventRange): readonly Event[] {
  const { after, limit = Number.POSITIVE_INFINITY } = range;
  const found: Event[] = [];
  if (limit <= 0) return found;
  for (const row of statement('turns').iterate(conversation, conversation, after + 1)) {
    for (const event of decodeTurn(storedTurn(conversation, row))) {
      if (event.seq > after) found.push(event);
      if (found.length === limit) return found;
    }
  }
  return found;
}

function storedTurn(conversation: string, row: Row): Parameters<typeof decodeTurn>[0] {
  const place = { conversation, firstSeq: integerOf(row, 'first_seq'), lastSeq: integerOf(row, 'last_seq') };
  const shared = { at: integerOf(row, 'at'), turn: integerOf(row, 'turn'), case: optionalTextOf(row, 'case_id') };
  return { ...place, ...shared, facts: textOf(row, 'events'), words: optionalTextOf(row, 'words') };
}
