import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles } from '../../scripts/sources/list-files.ts';

export const root = join(import.meta.dirname, '..', '..');

/**
 * Copies what would be committed into a new folder, as a clean clone has it.
 *
 * @param modules `linked`: node_modules is a link to ours; `none`: nothing is installed
 */
export function copyTree(modules: 'linked' | 'none'): { readonly folder: string; remove(): void } {
  const folder = emptyFolder();
  for (const file of listFiles(root)) cpSync(join(root, file), join(folder, file));
  if (modules === 'linked') symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function emptyFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'touchpoint-house-')));
}
