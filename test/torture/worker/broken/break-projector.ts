import pg from 'pg';
import { published } from '../../../../src/measurement/constants/measures.ts';
import { createProjector, type Projector } from '../../../../src/reports/facts/create-projector.ts';
import type { Store } from '../../../../src/runtime/ports.ts';
import type { Orders } from '../orders.ts';

type Moved = { readonly conversation: string; readonly seq: string; readonly at: string };

/**
 * A fault on purpose: one process walks all conversations by a position that they share, the time of their last event, and never looks back. What is
 * committed late with an earlier position is lost.
 */
export async function breakProjector(store: Store, { name, data }: Orders): Promise<Projector> {
  if (name !== 'p1') return { offer: () => {}, catchUp: async () => 0 };
  const pool = new pg.Pool({ connectionString: data, max: 1 });
  let position = 0;
  const { offer, catchUp } = createProjector({
    measures: published,
    zone: 'UTC',
    store: {
      events: store.events,
      writeFacts: store.writeFacts,
      markDirty: store.markDirty,
      async dirtyConversations() {
        const text = 'select conversation, seq, at from conversations where at > $1 order by at limit 100';
        const { rows } = await pool.query<Moved>(text, [position]);
        position = Number(rows.at(-1)?.at ?? position);
        await pool.query('delete from dirty');
        return rows.map(({ conversation, seq }) => ({ conversation, seq: Number(seq) }));
      },
    },
  });
  return {
    offer,
    // it walks on for as long as there is something ahead
    async catchUp() {
      let count = 0;
      for (let found = await catchUp(); found > 0; found = await catchUp()) count += found;
      return count;
    },
  };
}
