import { createHash } from 'node:crypto';
import type { SourceFile } from '../../files/source-file.ts';

/** Names a version of a bot by the paths and texts of its files, in any order: 16 hexadecimal digits of their SHA-256. */
export function programHash(files: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(`${path}\0${text.length}\0${text}\0`);
  }
  return hash.digest('hex').slice(0, 16);
}
