/** JSON Lines, each with its place, so that one that is wrong can be named and the others read. */
import type { Problem } from '../../errors/problem.ts';

/** @property value what the line says; `undefined` where it is no JSON */
export type JsonLine = { readonly number: number; readonly text: string; readonly value: unknown };

/** The lines that are not empty; empty ones count. A mark of the byte order is passed over. */
export function jsonLines(content: string): readonly JsonLine[] {
  const lines = content.replace(/^\ufeff/, '').split(/\r?\n/);
  return lines.flatMap((text, index) => (text.trim() === '' ? [] : [{ number: index + 1, text, value: parsed(text) }]));
}

/** The whole line as the place of a mistake. */
export function wrongLine(
  { number, text }: JsonLine,
  { file, message, fix }: { readonly file: string; readonly message: string; readonly fix: string },
): Problem {
  const place = { file, line: number, column: 1, endLine: number, endColumn: text.length + 1 };
  return { ...place, code: 'EXAMPLES_INVALID', severity: 'error', message, fix };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
