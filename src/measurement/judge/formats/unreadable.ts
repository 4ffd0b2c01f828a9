import type { Problem } from '../../../errors/problem.ts';
import type { JsonItem } from '../../../files/json-items.ts';
import type { JsonFault } from '../../../files/parse-json.ts';
import { lineStarts, whereOf } from '../../../files/yaml/yaml-place.ts';

/** A file of conversations. @property lines offset of each line's first character */
export type Source = { readonly file: string; readonly text: string; readonly lines: readonly number[] };

export function sourceOf(file: string, text: string): Source {
  return { file, text, lines: lineStarts(text) };
}

/** First and last line of a part of the file, from 1. */
export function linesOf(
  source: Source,
  { offset, text }: JsonItem,
): { readonly line: number; readonly endLine: number } {
  const { line, endLine } = whereOf(source, offset, offset + text.length);
  return { line, endLine };
}

type Unreadable = { readonly offset: number; readonly message: string; readonly fix: string };

/** Says that a conversation cannot be read, and where. */
export function unreadable(source: Source, { offset, message, fix }: Unreadable): Problem {
  return { ...whereOf(source, offset, offset), code: 'TRANSCRIPT_INVALID', severity: 'error', message, fix };
}

/** A conversation that is no JSON. @param offset where its text begins */
export function noJson(source: Source, offset: number, { fault, ...at }: JsonFault): Problem {
  return unreadable(source, {
    offset: offset + at.offset,
    message: fault === 'cut' ? 'the conversation is cut off here' : 'the conversation is no JSON from here on',
    fix:
      fault === 'cut' ? 'export it again, or remove what is left of it' : 'mend what stands here, or export it again',
  });
}
