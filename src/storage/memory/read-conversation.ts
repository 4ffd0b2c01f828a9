import type { Event } from '../../events/event.ts';
import type { Loaded } from '../../runtime/ports.ts';
import { decodeState } from '../codec/decode-rows.ts';
import { decodeTurn } from '../codec/decode-turn.ts';
import type { Tables } from './tables.ts';

/** @returns `undefined` where there is no such conversation */
export function load({ conversations, snapshots }: Tables, conversation: string): Loaded | undefined {
  const head = conversations.get(conversation);
  if (!head) return undefined;
  const entry = snapshots.get(conversation);
  const state = decodeState(entry?.state ?? null);
  const snapshot = entry && state && { seq: entry.seq, evolveVersion: entry.evolveVersion, state };
  return { head, snapshot };
}

type EventRange = { readonly after: number; readonly limit?: number };

export function events({ turns }: Tables, conversation: string, { after, limit }: EventRange): readonly Event[] {
  const later = (turns.get(conversation) ?? []).filter((turn) => turn.lastSeq > after);
  const found = later.flatMap((turn) => decodeTurn(turn)).filter((event) => event.seq > after);
  return found.slice(0, Math.max(0, limit ?? found.length));
}
