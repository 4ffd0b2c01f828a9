import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs';

/**
 * Asks the system why it refuses writes beside a database, by one more write at the place where it or its log grows. SQLite says "I/O error" for a quota,
 * a file-size limit, a read-only file system and a broken disk alike.
 *
 * @returns `undefined` when the write succeeds or fails for another reason
 */
export function refusal(file: string): 'full' | 'read-only' | undefined {
  const probe = `${file}-probe`;
  try {
    writeOnce(probe, Math.max(sizeOf(file), sizeOf(`${file}-wal`)));
    return undefined;
  } catch (error) {
    return meaning(error);
  } finally {
    remove(probe);
  }
}

const full: readonly string[] = ['ENOSPC', 'EFBIG', 'EDQUOT'];
const readOnly: readonly string[] = ['EROFS', 'EACCES', 'EPERM'];

/** What an error of the file system says about space and rights; `undefined` where it says neither. */
export function meaning(error: unknown): 'full' | 'read-only' | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  if (full.includes(error.code)) return 'full';
  return readOnly.includes(error.code) ? 'read-only' : undefined;
}

function writeOnce(file: string, position: number): void {
  const handle = openSync(file, 'w', 0o600);
  try {
    const page = Buffer.alloc(4096);
    const written = writeSync(handle, page, 0, page.length, position);
    if (written < page.length) writeSync(handle, page, written, page.length - written, position + written);
  } finally {
    closeSync(handle);
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Where the probe could not be made it cannot be removed either; what counts is known by then. */
function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    return;
  }
}
