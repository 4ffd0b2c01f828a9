import type { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Event } from '../../events/event.ts';
import type { Loaded, Store } from '../../runtime/ports.ts';
import { decodeState } from '../codec/decode-rows.ts';
import { decodeTurn } from '../codec/decode-turn.ts';
import { encodeCommit } from '../codec/encode-commit.ts';
import type { EventRange, LoadedRow, RowStore } from './row-store.ts';

/**
 * The store over its rows, wherever these are kept. What is put together from rows, and cut into them, is so on this side.
 *
 * @param named turns what cannot be encoded into the error callers are told
 */
export function storeOver(rows: RowStore & Pick<Store, 'sharing'>, named: (error: unknown) => TouchpointError): Store {
  return {
    ...rows,
    load: async (conversation) => loadedOf(await rows.load(conversation)),
    events: async (conversation, range) => eventsOf(await rows.turns(conversation, range), range),
    async commit(commit) {
      try {
        return await rows.commit(encodeCommit(commit));
      } catch (error) {
        throw named(error);
      }
    },
  };
}

/** A snapshot that cannot be read is none: the events give the state again. */
function loadedOf(row: LoadedRow | undefined): Loaded | undefined {
  const state = decodeState(row?.snapshot?.state ?? null);
  return row && { head: row.head, snapshot: row.snapshot && state && { ...row.snapshot, state } };
}

function eventsOf(turns: Awaited<ReturnType<RowStore['turns']>>, { after, limit }: EventRange): readonly Event[] {
  const events = turns.flatMap((turn) => decodeTurn(turn)).filter(({ seq }) => seq > after);
  return limit === undefined ? events : events.slice(0, Math.max(0, limit));
}
