/** Finds values of a YAML document by path and says where they stand. */
import type { Document, Node } from 'yaml';
import { isCollection } from 'yaml';
import type { Where } from '../../errors/where.ts';
import type { Path } from '../yaml-document.ts';
import type { Span, Spot } from './outline.ts';
import { scalarOffsets } from './scalar-offsets.ts';

/** The text of a file. @property lines offset of each line's first character */
export type Written = { readonly file: string; readonly text: string; readonly lines: readonly number[] };

/** A document as the parser read it. */
export type Read = Written & { readonly document: Document.Parsed };

/** @property names large maps by their keys, as they were looked up */
export type Outlined = Written & {
  readonly root: Spot;
  readonly names: WeakMap<readonly Spot[], ReadonlyMap<string, Spot>>;
};

/** Where a value stands; a collection in block style is shown by its first line. */
export function placeOf(read: Outlined, path: Path): Where {
  const { key, value, kind } = find(read, path);
  if (value && (value.start < value.end || !key)) return whereOfSpan(read, value, kind !== 'one');
  if (key) return whereOfSpan(read, key, false);
  const { root } = read;
  return root.value ? whereOfSpan(read, root.value, root.kind !== 'one') : whereOf(read, 0, 0);
}

/** Where the key of a value stands, or the value itself where it has none. */
export function placeOfKey(read: Outlined, path: Path): Where {
  const { key } = find(read, path);
  return key ? whereOfSpan(read, key, false) : placeOf(read, path);
}

/** Where a part of a text stands. The whole text when it is no text. */
export function placeWithin(read: Outlined, path: Path, part: Span): Where {
  const { value, text } = find(read, path);
  if (!value || text === undefined) return placeOf(read, path);
  const source = read.text.slice(value.start, value.end);
  const offsets = scalarOffsets(source, text);
  const from = value.start + (offsets[part.start] ?? source.length);
  const to = value.start + (offsets[part.end] ?? source.length);
  return whereOf(read, from, Math.max(from, to));
}

/** Offsets of the first characters of the lines of a text. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The place of a range of the file's text. */
export function whereOf({ file, lines, text }: Written, start: number, end: number): Where {
  const from = pointAt(lines, Math.min(start, text.length));
  const to = pointAt(lines, Math.min(Math.max(start, end), text.length));
  return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

function pointAt(lines: readonly number[], offset: number): { readonly line: number; readonly column: number } {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
}

/** The place of a node. */
export function whereOfNode(read: Written, node: Node): Where {
  const [start, end] = node.range ?? [0, 0];
  return whereOfSpan(read, { start, end }, isCollection(node));
}

function whereOfSpan(read: Written, { start, end }: Span, isCollection: boolean): Where {
  return whereOf(read, start, isCollection ? firstLineEnd(read.text, start, end) : trimmedEnd(read.text, start, end));
}

function find({ root, names }: Outlined, path: Path): Spot {
  let found = root;
  for (const step of path) {
    const inner = found.kind === 'list' ? found.inside[Number(step)] : under(names, found, String(step));
    if (!inner) return found;
    found = inner;
  }
  return found;
}

/** Maps of so few keys are looked through faster than they are arranged. */
const fewKeys = 16;

function under(names: Outlined['names'], { inside }: Spot, name: string): Spot | undefined {
  if (inside.length <= fewKeys) return inside.find((spot) => spot.name === name);
  const byName = names.get(inside) ?? new Map(inside.toReversed().map((spot) => [spot.name, spot]));
  names.set(inside, byName);
  return byName.get(name);
}

function firstLineEnd(text: string, start: number, end: number): number {
  const newline = text.indexOf('\n', start);
  return trimmedEnd(text, start, newline < 0 ? end : Math.min(end, newline));
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}
