/** Files of labelled texts: JSON Lines, one `{"text","intent"}` a line, other fields left alone; `.gz` is unpacked. */
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Problem } from '../../errors/problem.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Example } from '../../intents/example.ts';
import { jsonLines, wrongLine } from './json-lines.ts';

export type ReadRows = { readonly rows: readonly Example[]; readonly problems: readonly Problem[] };

const row = z.object({ text: z.string(), intent: z.string().min(1) });

/**
 * Reads one file; rows that are wrong are left out and named among the problems. Empty lines count as lines, and are no rows.
 *
 * @throws TouchpointError USAGE when the file cannot be read or unpacked
 */
export async function readRows(file: string): Promise<ReadRows> {
  const rows: Example[] = [];
  const problems: Problem[] = [];
  for (const line of jsonLines(await textOf(file))) {
    const read = readRow(line.value);
    if (typeof read === 'string') problems.push(wrongLine(line, { file, message: read, fix }));
    else rows.push(read);
  }
  return { rows, problems };
}

async function textOf(file: string): Promise<string> {
  try {
    const bytes = await readFile(file);
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (cause) {
    throw new TouchpointError('USAGE', `'${file}' cannot be read`, {
      cause,
      fix: 'name a file of JSON lines, each with "text" and "intent"; one whose name ends in .gz must be packed by gzip',
    });
  }
}

/** @returns what is wrong with it, in words */
function readRow(value: unknown): Example | string {
  if (value === undefined) return 'this is not JSON';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'this is no object';
  const read = row.safeParse(value);
  return read.success ? read.data : `"${String(read.error.issues[0]?.path[0])}" must be a text`;
}

const fix = 'write {"text":"where is my parcel","intent":"order.status"} on one line; out of scope is "oos"';
