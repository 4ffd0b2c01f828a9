import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listSources } from '../sources/list-files.ts';
import type { Guard } from './guard.ts';

const mostLines = 300;
const mostFiles = 12;

/** Files one can hold in mind, folders one can see at a glance. */
export const sizes: Guard = {
  name: 'sizes',
  about: `at most ${mostLines} lines a file, ${mostFiles} files a folder of src/`,
  async look(root) {
    const files = listSources(root).filter((file) => file.startsWith('src/') || file.startsWith('scripts/'));
    return { files: files.length, problems: [...longFiles(root, files), ...fullFolders(files)] };
  },
};

function longFiles(root: string, files: readonly string[]): readonly string[] {
  return files.flatMap((file) => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n').length - 1;
    return lines > mostLines ? [`${file} has ${lines} lines`] : [];
  });
}

function fullFolders(files: readonly string[]): readonly string[] {
  const folders = Map.groupBy(files, (file) => dirname(file));
  return [...folders]
    .filter(([, held]) => held.length > mostFiles)
    .map(([folder, held]) => `${folder} holds ${held.length} files`);
}
