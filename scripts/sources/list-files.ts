import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Files that would be committed: everything below `root` but what .gitignore names and .git. Paths are relative, with `/`, sorted.
 *
 * Of .gitignore it understands what this repository writes there: a folder's name with `/`, and `*.ending`.
 */
export function listFiles(root: string): readonly string[] {
  const ignored = readFileSync(join(root, '.gitignore'), 'utf8').split('\n').filter(Boolean);
  const folders = new Set(['.git', ...ignored.filter((line) => line.endsWith('/')).map((line) => line.slice(0, -1))]);
  const endings = ignored.filter((line) => line.startsWith('*.')).map((line) => line.slice(1));
  return filesBelow(root, '', folders).filter((file) => !endings.some((ending) => file.endsWith(ending)));
}

/** Source files of ours in TypeScript, declarations apart. */
export function listSources(root: string): readonly string[] {
  return listFiles(root).filter((file) => /(?<!\.d)\.tsx?$/.test(file));
}

function filesBelow(root: string, folder: string, ignored: ReadonlySet<string>): readonly string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  return entries.flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    // A link to node_modules is as little ours as the folder.
    if (ignored.has(entry.name)) return [];
    if (entry.isDirectory()) return filesBelow(root, path, ignored);
    return entry.isFile() ? [path] : [];
  });
}
