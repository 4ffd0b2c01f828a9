/** Messages as JSON Lines: one `{"text","id"?,"expect"?}` a line, other fields left alone. */
import { z } from 'zod';
import type { Problem } from '../../errors/problem.ts';
import { jsonLines, wrongLine } from './json-lines.ts';
import type { ParseRow } from './parse-row.ts';

const row = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string(),
  expect: z.string().min(1).nullish(),
});

/** Rows that are wrong are left out and named among the problems. Empty lines count as lines, and are no rows; a row without an id has its line's number. */
export function readMessages(content: string, file: string) {
  const rows: ParseRow[] = [];
  const problems: Problem[] = [];
  for (const line of jsonLines(content)) {
    const read = row.safeParse(line.value).data;
    if (read) rows.push({ id: read.id ?? line.number, text: read.text, expect: read.expect ?? undefined });
    else problems.push(wrongLine(line, { file, message: 'this is no message', fix }));
  }
  return { rows, problems };
}

const fix = 'write {"text":"where is my parcel"} on one line, with "id" and "expect" where they are wanted';
