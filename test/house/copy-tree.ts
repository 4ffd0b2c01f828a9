import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles } from '../../scripts/sources/list-files.ts';

export const root = join(import.meta.dirname, '..', '..');

/**
 * Copies what would be committed into a new folder, as a clean clone has it.
 *
 * @param modules `linked`: node_modules is a link to ours; `none`: nothing is installed
 * @param parent where the new folder is made; by default among temporary files, where no parent folder lends its node_modules
 */
export function copyTree(modules: 'linked' | 'none', parent?: string): { readonly folder: string; remove(): void } {
  const folder = emptyFolder(parent);
  for (const file of listFiles(root)) cpSync(join(root, file), join(folder, file));
  if (modules === 'linked') symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function emptyFolder(parent = tmpdir()): string {
  mkdirSync(parent, { recursive: true });
  return realpathSync(mkdtempSync(join(parent, 'touchpoint-house-')));
}
