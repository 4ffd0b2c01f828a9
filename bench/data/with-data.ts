import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../test/postgres/server.ts';

export type Engine = 'sqlite' | 'postgres';

/** Lends an empty place for data: a file, or a PostgreSQL of its own that writes to the disk as in production. It is gone afterwards. */
export async function withData<T>(engine: Engine, use: (location: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'touchpoint-bench-'));
  if (engine === 'sqlite') {
    try {
      return await use(join(folder, 'bench.db'));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  const server = await startPostgres({ folder });
  try {
    return await use(server.url);
  } finally {
    await server.end();
  }
}
