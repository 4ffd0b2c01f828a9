import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from '../connection.ts';

const tries = 25;
const betweenMs = 200;

/**
 * Writes the log back into the file and empties it. What is deleted in the file is overwritten (`secure_delete`); in the log it stands until then.
 *
 * @returns why the log could not be emptied
 */
export async function truncateLog({ database, file }: Connection): Promise<readonly string[]> {
  for (let tried = 0; tried < tries; tried++) {
    if (tried > 0) await pause(betweenMs);
    // whoever reads or writes meanwhile is not kept waiting
    database.exec('pragma busy_timeout = 20');
    const row = database.prepare('pragma wal_checkpoint(truncate)').get();
    database.exec('pragma busy_timeout = 5000');
    if (row?.['busy'] === 0) return [];
  }
  return [
    `the log ${file}-wal could not be emptied, because another process is reading: it still holds what was erased; erase again, or end that process`,
  ];
}
