/**
 * The journal of erasures beside a database: who was erased and when, a line of JSON each. It outlives the database, so that a backup older than an erasure
 * cannot bring anybody back. It names customers by their random ids only.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Erasure } from '../../runtime/ports/persons.ts';

const line = z.object({ customer: z.string().min(1), at: z.number().int() });

/** Where the journal of a database file lies. */
export function journalOf(file: string): string {
  return join(dirname(file), 'erasures.jsonl');
}

/** Adds an erasure; it is on the disk when this returns. Throws what the file system says. */
export function noteErasure(journal: string, { customer, at }: Erasure): void {
  const handle = openSync(journal, 'a', 0o600);
  try {
    writeSync(handle, `${JSON.stringify({ customer, at })}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * All erasures of a journal; none where there is no such file. A last line without its end was never acknowledged, so it does not count.
 *
 * @throws TouchpointError BACKUP_INVALID where a line is none of a journal
 */
export function readJournal(journal: string): readonly Erasure[] {
  if (!existsSync(journal)) return [];
  const lines = readFileSync(journal, 'utf8').split('\n').slice(0, -1);
  return lines.flatMap((text, index) => (text.trim() === '' ? [] : [read(text, `${journal}:${index + 1}`)]));
}

function read(text: string, place: string): Erasure {
  try {
    return line.parse(JSON.parse(text));
  } catch (cause) {
    throw new TouchpointError('BACKUP_INVALID', `${place}: this is no erasure`, {
      fix: 'mend the line, as in {"customer":"…","at":1772442000000}; without it somebody erased might come back',
      cause,
    });
  }
}
