/**
 * What was read of a bot's intents files before, kept beside the bot: reading and checking thousands of phrases takes longer than everything else at a
 * start.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { SourceFile } from '../../../files/source-file.ts';
import { createIntentsReader, type IntentFiles } from '../../../intents/read-intents.ts';
import { keepFile } from '../keep-file.ts';

export type ReadIntents = (files: readonly SourceFile[]) => IntentFiles;

/**
 * Reads intents files, those that were read before from what was kept. A file that cannot be read or written only costs the time.
 *
 * @param folder where it is kept, one file for one state of the intents: that of the last start
 * @param build which read them
 */
export function keptIntents(folder: string, build: string): ReadIntents {
  const read = createIntentsReader();
  let kept: { readonly key: string; readonly intents: IntentFiles } | undefined;
  let isFirst = true;
  return (files) => {
    const key = keyOf(files, build);
    if (kept?.key === key) return kept.intents;
    const file = join(folder, key);
    const known = isFirst ? recall(file) : undefined;
    const intents = known ?? read(files);
    if (isFirst && !known) keep(folder, file, intents);
    isFirst = false;
    kept = { key, intents };
    return intents;
  };
}

function keyOf(files: readonly SourceFile[], build: string): string {
  const hash = createHash('sha256').update(`${build} ${process.versions.v8}`);
  for (const { path, text } of files) hash.update(`\0${path}\0`).update(text);
  return hash.digest('hex').slice(0, 32);
}

function recall(file: string): IntentFiles | undefined {
  try {
    const known: IntentFiles = deserialize(readFileSync(file));
    return known.intents instanceof Map && Array.isArray(known.examples) ? known : undefined;
  } catch {
    return undefined;
  }
}

function keep(folder: string, file: string, intents: IntentFiles): void {
  if (!keepFile(file, serialize(intents))) return;
  try {
    for (const other of readdirSync(folder)) {
      if (join(folder, other) !== file && !other.endsWith('.part')) rmSync(join(folder, other), { force: true });
    }
  } catch {
    // what is left over is in nobody's way
  }
}
