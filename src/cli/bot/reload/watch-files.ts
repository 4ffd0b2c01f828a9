/**
 * Watches the files a bot is made of. Editors save in several moves (write beside, rename, remove), and often several files: what happens shortly after
 * each other is one change.
 */
import { type FSWatcher, watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { botFileFolders, isBotFile } from '../read-bot-files.ts';

export type Watching = {
  /** nothing has been touched that `changed` was not told of yet */
  isQuiet(): boolean;
  stop(): void;
};

/** Without a further touch for this time a change is complete. */
const settleMs = 50;
/** Somebody who keeps touching files is not waited for longer. */
const longestMs = 300;
/** Where the system cannot watch (too many watchers, a network drive), the files are looked at so often. */
const lookMs = 1_000;

/** Calls `changed` after each change of a file of the bot; the files may turn out to be the same. */
export async function watchFiles(botFolder: string, changed: () => void): Promise<Watching> {
  const watchers = new Map<string, FSWatcher>();
  let firstTouch: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  let looking: NodeJS.Timeout | undefined;
  let isStopped = false;
  await watchFolders();
  return {
    isQuiet: () => firstTouch === undefined,
    stop() {
      isStopped = true;
      clearTimeout(timer);
      clearInterval(looking);
      for (const watcher of watchers.values()) watcher.close();
    },
  };

  async function watchFolders(): Promise<void> {
    const nested = await Promise.all(botFileFolders.map((folder) => foldersBelow(join(botFolder, folder))));
    const folders = new Set([botFolder, ...nested.flat()]);
    for (const [folder, watcher] of watchers) if (!folders.has(folder)) forget(folder, watcher);
    for (const folder of folders) if (!watchers.has(folder) && !isStopped) watchFolder(folder);
  }

  function watchFolder(folder: string): void {
    try {
      const watcher = watch(folder, (_, name) => (mayMatter(folder === botFolder, name) ? touch() : undefined));
      watcher.on('error', () => forget(folder, watcher));
      watchers.set(folder, watcher);
    } catch {
      looking ??= setInterval(changed, lookMs);
    }
  }

  function forget(folder: string, watcher: FSWatcher): void {
    watcher.close();
    watchers.delete(folder);
  }

  function touch(): void {
    firstTouch ??= performance.now();
    clearTimeout(timer);
    timer = setTimeout(settled, Math.max(0, Math.min(settleMs, firstTouch + longestMs - performance.now())));
  }

  function settled(): void {
    firstTouch = undefined;
    void watchFolders().then(() => (isStopped ? undefined : changed()));
  }
}

/** Names without an ending may be folders. */
function mayMatter(isTop: boolean, name: string | null): boolean {
  if (name === null) return true;
  return isTop ? isBotFile(name) || botFileFolders.includes(name) : isBotFile(`dialogs/${name}`) || !name.includes('.');
}

async function foldersBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (!entries) return [];
  return [folder, ...entries.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))];
}
