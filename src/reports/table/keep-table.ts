import type { BriefPlace } from '../../runtime/ports/facts.ts';
import type { Store } from '../../runtime/ports.ts';
import { createTable, type TableView } from './create-table.ts';

export type BriefStore = Pick<Store, 'briefs' | 'lastChange'>;

/** The cases of a store as they stand. The first reading reads all, each later one only what has changed. Rejects as the store does. */
export type Cases = { table(): Promise<TableView> };

const atOnce = 5_000;

export function keepTable(store: BriefStore): Cases {
  const table = createTable();
  let seen = -1;
  let last: Promise<unknown> = Promise.resolve();
  return {
    async table() {
      const next = last.then(read, read);
      last = next;
      await next;
      return table;
    },
  };

  /** What is written while it is read is read again the next time, which changes nothing. */
  async function read(): Promise<void> {
    const now = await store.lastChange();
    let after: BriefPlace = { change: seen + 1, conversation: '' };
    for (;;) {
      const rows = await store.briefs({ after, limit: atOnce });
      for (const { conversation, brief } of rows) table.set(conversation, brief);
      const end = rows[atOnce - 1];
      if (!end) break;
      after = end;
    }
    seen = now;
  }
}
