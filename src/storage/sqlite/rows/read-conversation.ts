import type { StoredTurn } from '../../codec/decode-turn.ts';
import type { Connection, Row } from '../connection.ts';
import { integerOf, optionalTextOf, textOf } from './column.ts';
import type { EventRange, LoadedRow } from './rows.ts';

/** @returns `undefined` where there is no such conversation */
export function load({ statement }: Connection, conversation: string): LoadedRow | undefined {
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

function snapshotOf(row: Row): LoadedRow['snapshot'] {
  const state = optionalTextOf(row, 'state');
  if (state === null) return undefined;
  return { seq: integerOf(row, 'snapshot_seq'), evolveVersion: integerOf(row, 'evolve_version'), state };
}

/** The turn that holds the event after `after` may begin before it. */
export function turns({ statement }: Connection, conversation: string, range: EventRange): readonly StoredTurn[] {
  const { after, limit = Number.POSITIVE_INFINITY } = range;
  const found: StoredTurn[] = [];
  if (limit <= 0) return found;
  for (const row of statement('turns').iterate(conversation, conversation, after + 1)) {
    const turn = storedTurn(conversation, row);
    if (turn.lastSeq > after) found.push(turn);
    if (turn.lastSeq - after >= limit) return found;
  }
  return found;
}

function storedTurn(conversation: string, row: Row): StoredTurn {
  const place = { conversation, firstSeq: integerOf(row, 'first_seq'), lastSeq: integerOf(row, 'last_seq') };
  const shared = { at: integerOf(row, 'at'), turn: integerOf(row, 'turn'), case: optionalTextOf(row, 'case_id') };
  return { ...place, ...shared, facts: textOf(row, 'events'), words: optionalTextOf(row, 'words') };
}
