import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { openDatabase } from '../../sqlite/open-sqlite.ts';

/**
 * Puts a complete database file, which nobody has open, in the place of another: at every moment, also of a crash, one of the two stands there whole.
 * The old one is gone. Throws what the file system says.
 */
export function replaceFile(draft: string, file: string): void {
  sync(draft);
  if (existsSync(file)) settleLog(file);
  // A log that belongs to the old file must never meet the new one
  for (const part of ['-wal', '-shm', '-journal']) rmSync(`${file}${part}`, { force: true });
  renameSync(draft, file);
  sync(dirname(file));
}

/** Writes the log back into its file. A file too damaged for that has nothing to lose. */
function settleLog(file: string): void {
  try {
    openDatabase(file, false).close();
  } catch {
    return;
  }
}

function sync(path: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
