import { existsSync, rmSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { claimFile } from '../../sqlite/claim-file.ts';
import { storeError } from '../../sqlite/errors/store-error.ts';
import { openDatabase } from '../../sqlite/open-sqlite.ts';
import { conversationTables } from '../moved-tables.ts';
import { notEmpty } from '../not-empty.ts';
import type { Filling } from '../rows.ts';
import { openDraft } from './draft.ts';
import { replaceFile } from './replace-file.ts';

/**
 * Fills a database file that holds no conversations yet. It is written beside its place, and takes it when it is finished.
 *
 * @throws TouchpointError STORE_NOT_EMPTY, STORE_IN_USE, STORE_FULL, STORE_READ_ONLY, STORE_FAILED
 */
export function fillSqlite(file: string): Filling {
  const claim = claimFile(file);
  try {
    if (isFilled(file)) throw notEmpty(file);
    const part = `${file}.part`;
    const draft = openDraft(part);
    return {
      ...draft,
      async finish() {
        await draft.finish();
        await draft.close();
        place(part, file);
      },
      async close() {
        await draft.close();
        rmSync(part, { force: true });
        claim.release();
      },
    };
  } catch (error) {
    claim.release();
    throw error;
  }
}

/** @throws TouchpointError STORE_FULL, STORE_READ_ONLY, STORE_FAILED */
export function place(draft: string, file: string): void {
  try {
    replaceFile(draft, file);
  } catch (error) {
    throw storeError(error, file);
  }
}

/** Whether a file holds conversations, or something else that nobody wants to lose. */
export function isFilled(file: string): boolean {
  if (!existsSync(file) || statSync(file).size === 0) return false;
  let database: DatabaseSync | undefined;
  try {
    const open = openDatabase(file, true);
    database = open;
    return conversationTables.some(({ name }) => open.prepare(`select 1 from ${name} limit 1`).get());
  } catch {
    return true;
  } finally {
    if (database?.isOpen) database.close();
  }
}
