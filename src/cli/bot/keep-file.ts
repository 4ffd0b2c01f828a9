import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file that only saves time: as a whole, or not at all. Several processes may do so at once.
 *
 * @returns whether it stands there now
 */
export function keepFile(file: string, content: string | Uint8Array): boolean {
  const part = `${file}.${randomUUID()}.part`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(part, content);
    renameSync(part, file);
    return true;
  } catch {
    forget(part);
    return false;
  }
}

function forget(part: string): void {
  try {
    rmSync(part, { force: true });
  } catch {
    // where nothing can be written, nothing was
  }
}
