import { Worker } from 'node:worker_threads';
import { moduleUrl } from '../../../files/module-url.ts';
import type { SourceFile } from '../../../files/source-file.ts';
import { type ParsedYaml, parseYaml } from '../../../files/yaml/parse-yaml.ts';

/** Files that are parsed already; the others are still to be. */
export type ParsedFiles = ReadonlyMap<SourceFile, readonly ParsedYaml[]>;

/** Characters of YAML from which on a second thread is quicker, its start included. */
const worthAThread = 400_000;

/** The part of the text the second thread gets: less than half, as it has to start and its answer to be unpacked. */
const share = 0.45;

/**
 * Parses files of YAML, on two threads where they are many.
 *
 * The second thread begins at once. What is called for the result parses the other part, so do other work first.
 */
export function parseBeside(files: readonly SourceFile[]): () => Promise<ParsedFiles> {
  const size = sizeOf(files);
  if (size < worthAThread) return async () => new Map(files.map((file) => [file, parseYaml(file)]));
  const { own, theirs } = split(files, size * (1 - share));
  const parsed = parseThere(theirs);
  return async () => {
    const here = own.map((file) => [file, parseYaml(file)] as const);
    const there = (await parsed).flatMap((documents, n) => {
      const file = theirs[n];
      return file ? [[file, documents] as const] : [];
    });
    return new Map([...here, ...there]);
  };
}

/** The first files, as long as they have no more characters, and the others. */
function split(files: readonly SourceFile[], most: number) {
  let size = 0;
  const own = files.filter(({ text }) => {
    size += text.length;
    return size <= most;
  });
  return { own, theirs: files.slice(own.length) };
}

function sizeOf(files: readonly SourceFile[]): number {
  return files.reduce((sum, { text }) => sum + text.length, 0);
}

/** Nothing where the thread fails: its files are then parsed like any that nobody parsed ahead. */
function parseThere(files: readonly SourceFile[]): Promise<readonly (readonly ParsedYaml[])[]> {
  const worker = new Worker(moduleUrl('./parse-worker.ts', import.meta.url), { workerData: files });
  return new Promise((resolve) => {
    worker.once('message', resolve);
    worker.once('error', () => resolve([]));
  });
}
