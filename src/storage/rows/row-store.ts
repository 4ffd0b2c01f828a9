import type { Committed, Head, Store } from '../../runtime/ports.ts';
import type { StoredTurn } from '../codec/decode-turn.ts';
import type { CommitRows } from '../codec/encode-commit.ts';

/** Events after `after`, `limit` of them at most. */
export type EventRange = { readonly after: number; readonly limit?: number };

/** @property state JSON */
export type LoadedRow = {
  readonly head: Head;
  readonly snapshot: { readonly seq: number; readonly evolveVersion: number; readonly state: string } | undefined;
};

/** A store whose hot path deals in rows: everything that crosses it is plain data, so that it may run in a thread of its own. */
export type RowStore = Omit<Store, 'load' | 'events' | 'commit' | 'sharing'> & {
  load(conversation: string): Promise<LoadedRow | undefined>;
  /** the turns that hold the events of the range; the first may begin before it */
  turns(conversation: string, range: EventRange): Promise<readonly StoredTurn[]>;
  commit(rows: CommitRows): Promise<Committed>;
};
