/** The two ends of a move, wherever they are. PostgreSQL is loaded where one of them is one. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { kindOf } from '../location.ts';
import { unknownScheme } from '../open-store.ts';
import { claimFile } from '../sqlite/claim-file.ts';
import type { Filling, Reading } from './rows.ts';
import { fillSqlite } from './sqlite/fill-sqlite.ts';
import { readSqlite } from './sqlite/read-sqlite.ts';

/**
 * Opens an installation that moves: until this is closed, no process can run a bot on it.
 *
 * @throws TouchpointError STORE_IN_USE where one does now; USAGE where there is none; other STORE_…
 */
export async function openSource(location: string): Promise<Reading> {
  requireKept(location);
  if (kindOf(location) === 'postgres') {
    const { readPostgres } = await import('./postgres/read-postgres.ts');
    return readPostgres(location, true);
  }
  const file = existing(location);
  const claim = claimFile(file);
  try {
    const reading = readSqlite(file);
    return { ...reading, close: () => reading.close().finally(claim.release) };
  } catch (error) {
    claim.release();
    throw error;
  }
}

/**
 * Opens the place an installation moves to. Nobody can run a bot on it until this is closed.
 *
 * @throws TouchpointError STORE_NOT_EMPTY, STORE_IN_USE and other STORE_…
 */
export async function openTarget(location: string): Promise<Filling> {
  requireKept(location);
  if (kindOf(location) !== 'postgres') return fillSqlite(resolve(location));
  const { fillPostgres } = await import('./postgres/fill-postgres.ts');
  return fillPostgres(location, { isReplacing: false });
}

/** @throws TouchpointError USAGE where nothing is kept at a location, STORE_FAILED where it is none */
export function requireKept(location: string): void {
  const kind = kindOf(location);
  if (kind === 'unknown') throw unknownScheme(location);
  if (kind !== 'memory') return;
  throw new TouchpointError('USAGE', 'memory: keeps nothing that could be moved', {
    fix: 'name a file, or a database as in postgres://USER:PASSWORD@HOST/NAME',
  });
}

/** @throws TouchpointError USAGE where there is no such file */
export function existing(location: string): string {
  const file = resolve(location);
  if (existsSync(file)) return file;
  throw new TouchpointError('USAGE', `there is no data at ${file}`, { fix: 'name the file that holds it' });
}
