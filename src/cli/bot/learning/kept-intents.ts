/**
 * What was read of a bot's intents files before, kept beside the bot: reading and checking thousands of phrases takes longer than everything else at a
 * start.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { SourceFile } from '../../../files/source-file.ts';
import { createIntentsReader, type IntentFiles } from '../../../intents/read-intents.ts';

/** Raised whenever what is read of a file, or said of it, changes. */
const readingVersion = 2;

export type ReadIntents = (files: readonly SourceFile[]) => IntentFiles;

/**
 * Reads intents files, those that were read before from what was kept. A file that cannot be read or written only costs the time.
 *
 * @param folder where it is kept, one file for one state of the intents: that of the last start
 */
export function keptIntents(folder: string): ReadIntents {
  const read = createIntentsReader();
  let kept: { readonly key: string; readonly intents: IntentFiles } | undefined;
  let isFirst = true;
  return (files) => {
    const key = keyOf(files);
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

function keyOf(files: readonly SourceFile[]): string {
  const hash = createHash('sha256').update(`${readingVersion} ${process.versions.v8}`);
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
  try {
    mkdirSync(folder, { recursive: true });
    const part = `${file}.${process.pid}.part`;
    writeFileSync(part, serialize(intents));
    renameSync(part, file);
    for (const other of readdirSync(folder)) {
      if (join(folder, other) !== file && !other.endsWith('.part')) rmSync(join(folder, other), { force: true });
    }
  } catch {
    // the next start reads the files again
  }
}
