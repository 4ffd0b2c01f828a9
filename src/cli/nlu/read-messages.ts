/** Messages as JSON Lines: one `{"text","id"?,"expect"?}` a line, other fields left alone. */
import { z } from 'zod';
import type { Problem } from '../../errors/problem.ts';
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
  for (const [index, line] of content
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const read = row.safeParse(parsed(line)).data;
    if (read) rows.push({ id: read.id ?? index + 1, text: read.text, expect: read.expect ?? undefined });
    else problems.push(wrongRow({ file, index, line }));
  }
  return { rows, problems };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

type Line = { readonly file: string; readonly index: number; readonly line: string };

function wrongRow({ file, index, line }: Line): Problem {
  return {
    file,
    line: index + 1,
    column: 1,
    endLine: index + 1,
    endColumn: line.length + 1,
    code: 'EXAMPLES_INVALID',
    severity: 'error',
    message: 'this is no message',
    fix: 'write {"text":"where is my parcel"} on one line, with "id" and "expect" where they are wanted',
  };
}
