import { resolve } from 'node:path';
import { TouchpointError } from '../errors/touchpoint-error.ts';
import type { Store } from '../runtime/ports.ts';
import { kindOf } from './location.ts';
import { memoryStore } from './memory/memory-store.ts';
import { storeOver } from './rows/store-over.ts';
import { storeError } from './sqlite/errors/store-error.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';
import { openInThread } from './sqlite/thread/open-in-thread.ts';

/**
 * @property readOnly for reports: reads while other processes write, and never creates or changes anything
 * @property inThread for a process that serves: neither a query nor the disk holds up its turns
 */
type StoreOptions = { readonly readOnly?: boolean; readonly inThread?: boolean };

/**
 * Opens the store at `location`: `memory:` for one that ends with the process, `postgres://…` for a database that several processes may share, else the
 * path of a SQLite file, made where it is missing.
 *
 * @throws TouchpointError STORE_NEWER, STORE_READ_ONLY, STORE_FULL, STORE_UNAVAILABLE, STORE_FAILED
 */
export async function openStore(location: string, options: StoreOptions = {}): Promise<Store> {
  const kind = kindOf(location);
  if (kind === 'memory') return memoryStore();
  if (kind === 'postgres') return openShared(location, options);
  if (kind === 'unknown') throw unknownScheme(location);
  const { readOnly = false, inThread = false } = options;
  const file = resolve(location);
  const rows = inThread ? await openInThread(file) : openSqlite(file, { readOnly });
  return storeOver(rows, (error) => storeError(error, file));
}

/** PostgreSQL is loaded when it is asked for only. */
async function openShared(url: string, { readOnly = false }: StoreOptions): Promise<Store> {
  const [{ openPostgres }, { postgresError }, { placeOf }] = await Promise.all([
    import('./postgres/open-postgres.ts'),
    import('./postgres/postgres-error.ts'),
    import('./postgres/database.ts'),
  ]);
  const rows = await openPostgres(url, { readOnly });
  return storeOver(rows, (error) => postgresError(error, placeOf(url)));
}

/** Names the scheme only: the address may carry a password. */
export function unknownScheme(location: string): TouchpointError {
  const [scheme] = location.split(':');
  return new TouchpointError('STORE_FAILED', `there is no store for addresses that begin with '${scheme}://'`, {
    fix: "name a file, as in --data shop.db, or postgres://USER:PASSWORD@HOST/NAME, or 'memory:'",
  });
}
