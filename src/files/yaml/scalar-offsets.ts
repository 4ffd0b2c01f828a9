/** Aligns the value of a YAML text with its source, so that a place inside the text can be shown in the file. */

type Cursor = { readonly source: string; readonly value: string; s: number; v: number; readonly offsets: number[] };

/**
 * For each character of the value (and one past its end) the offset in the source where it is written.
 *
 * Runs of white space are aligned as a whole, as YAML folds and strips them; everything else must match character by character.
 */
export function scalarOffsets(source: string, value: string): readonly number[] {
  const style = source[0];
  const cursor: Cursor = { source, value, s: start(source), v: 0, offsets: [] };
  while (cursor.v < value.length && cursor.s < source.length) advance(cursor, style);
  while (cursor.offsets.length <= value.length) cursor.offsets.push(Math.min(cursor.s, source.length));
  return cursor.offsets;
}

function start(source: string): number {
  if (source.startsWith('|') || source.startsWith('>')) return source.indexOf('\n') + 1;
  return source.startsWith('"') || source.startsWith("'") ? 1 : 0;
}

function advance(cursor: Cursor, style: string | undefined): void {
  if (style === '"' && cursor.source[cursor.s] === '\\') return escapeSequence(cursor);
  if (isSpace(cursor.source[cursor.s])) return spaces(cursor);
  take(cursor, style === "'" && cursor.source.startsWith("''", cursor.s) ? 2 : 1);
}

function take(cursor: Cursor, width: number): void {
  cursor.offsets.push(cursor.s);
  cursor.v += 1;
  cursor.s += width;
}

/** A folded line end is one space, or one line end less than was written; in a block the whole run is kept but for the indentation. */
function spaces(cursor: Cursor): void {
  const from = cursor.s;
  while (isSpace(cursor.source[cursor.s])) cursor.s += 1;
  const lines = cursor.source.slice(from, cursor.s).split('\n').length - 1;
  const isBlock = cursor.source.startsWith('|') || cursor.source.startsWith('>');
  const most = isBlock ? Number.POSITIVE_INFINITY : lines === 0 ? cursor.s - from : Math.max(1, lines - 1);
  for (let n = 0; n < most && isSpace(cursor.value[cursor.v]); n++) {
    cursor.offsets.push(Math.min(from + n, cursor.s));
    cursor.v += 1;
  }
}

function escapeSequence(cursor: Cursor): void {
  const kind = cursor.source[cursor.s + 1] ?? '';
  const width = { x: 4, u: 6, U: 10 }[kind] ?? 2;
  if (kind === '\n' || kind === '\r') return lineContinuation(cursor);
  const pair = kind === 'U' && (cursor.value.codePointAt(cursor.v) ?? 0) > 0xffff;
  if (pair) cursor.offsets[cursor.v++] = cursor.s;
  take(cursor, width);
}

function lineContinuation(cursor: Cursor): void {
  cursor.s += 1;
  while (isSpace(cursor.source[cursor.s])) cursor.s += 1;
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\r';
}
