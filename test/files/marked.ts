/** Texts of files in which « and » mark where a problem must be shown. */
import type { Problem } from '../../src/errors/problem.ts';

export type Marked = { readonly text: string; readonly place: string };

/** The text without its marks, and the marked place as `line:column-endLine:endColumn`. */
export function marked(source: string): Marked {
  const start = source.indexOf('«');
  const end = source.indexOf('»') - 1;
  const text = source.replace('«', '').replace('»', '');
  return { text, place: `${lineAndColumn(text, start)}-${lineAndColumn(text, end)}` };
}

export function placeOf(problem: Problem): string {
  return `${problem.line}:${problem.column}-${problem.endLine}:${problem.endColumn}`;
}

function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}
