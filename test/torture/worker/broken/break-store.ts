import pg from 'pg';
import type { Store } from '../../../../src/runtime/ports.ts';
import { decodeOutboxRow } from '../../../../src/storage/codec/decode-rows.ts';
import { statements } from '../../../../src/storage/statements.ts';

/** A fault on purpose: what is to be delivered is read by every process, and claimed by none. */
export async function breakStore(store: Store, url: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  pool.on('error', () => {});
  const text = statements.outboxDue.replace('?', '$1').replace('?', '$2');
  return {
    ...store,
    async outboxDue(now, limit) {
      const { rows } = await pool.query<{ row: string }>(text, [now, limit]);
      return rows.map(({ row }) => decodeOutboxRow(row));
    },
    async close() {
      await pool.end();
      await store.close();
    },
  };
}
