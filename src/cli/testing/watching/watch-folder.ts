import { watch } from 'node:fs';
import { sep } from 'node:path';

/** Editors write a file in several steps; changes this close together are one. */
const settleMs = 40;

/**
 * Waits for changes of a bot's files, again and again.
 *
 * @returns paths within the folder that changed together; ends when the signal aborts
 */
export async function* watchFolder(folder: string, signal: AbortSignal): AsyncGenerator<ReadonlySet<string>> {
  let changed = new Set<string>();
  let wake = (): void => {};
  const watcher = watch(folder, { recursive: true, signal }, (_, name) => {
    const path = name?.split(sep).join('/') ?? '';
    if (!isBotFile(path)) return;
    changed.add(path);
    wake();
  });
  watcher.on('error', () => wake());
  signal.addEventListener('abort', () => wake());
  while (!signal.aborted) {
    if (changed.size === 0) await new Promise<void>((resolve) => (wake = resolve));
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    const together = changed;
    changed = new Set();
    if (!signal.aborted && together.size > 0) yield together;
  }
  watcher.close();
}

function isBotFile(path: string): boolean {
  return /^(dialogs|intents|actions)\/.+\.(ya?ml|[cm]?[jt]s)$|^(touchpoint|actions)\.yaml$/.test(path);
}
