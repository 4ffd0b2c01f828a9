import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { createDigest, type Digest, digestOf } from './digest.ts';
import { type MovedTable, movedTables } from './moved-tables.ts';
import type { Filling, Reading } from './rows.ts';

export type MovedRows = Digest & { readonly table: string };

/**
 * @property told hears how many rows of a table have gone so far, after each page and once more at its end
 */
type Move = {
  readonly from: Pick<Reading, 'rows'>;
  readonly to: Pick<Filling, 'rows' | 'write'>;
  readonly told?: (table: string, rows: number) => void;
};

/**
 * Brings every row of one database to another, a page at a time, and reads it back there.
 *
 * @returns each table with what it held
 * @throws TouchpointError COPY_DIFFERS where what is read back is not what was written; STORE_…
 */
export async function moveRows({ from, to, told = () => {} }: Move): Promise<readonly MovedRows[]> {
  const moved: MovedRows[] = [];
  for (const table of movedTables) {
    const digest = createDigest();
    for await (const page of from.rows(table)) {
      await to.write(table, page);
      digest.add(page);
      told(table.name, digest.read().rows);
    }
    const read = digest.read();
    await requireSame(table, read, to);
    moved.push({ table: table.name, ...read });
  }
  return moved;
}

async function requireSame(table: MovedTable, read: Digest, to: Pick<Reading, 'rows'>): Promise<void> {
  const found = await digestOf(to, table);
  if (found.rows === read.rows && found.digest === read.digest) return;
  const counts = `${read.rows} rows were read from the source, ${found.rows} stand in the target`;
  throw new TouchpointError('COPY_DIFFERS', `table '${table.name}' is not the same in both: ${counts}`, {
    fix: 'nothing was kept in the target; look at its disk and memory, then copy again',
  });
}
