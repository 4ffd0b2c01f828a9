/** Finds nodes of a YAML document by path and says where they stand. */
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Where } from '../errors/where.ts';
import { scalarOffsets } from './scalar-offsets.ts';
import type { Path } from './yaml-document.ts';

export type Read = {
  readonly file: string;
  readonly text: string;
  /** offset of each line's first character */
  readonly lines: readonly number[];
  readonly document: Document.Parsed;
  /** pairs of maps by key, as they were looked up */
  readonly pairs: WeakMap<YAMLMap, ReadonlyMap<string, Pair>>;
};

/** Where a value stands; a collection in block style is shown by its first line. */
export function placeOf(read: Read, path: Path): Where {
  const found = find(read, path);
  const isWritten = found.value?.range && found.value.range[0] < found.value.range[1];
  const node = (isWritten ? found.value : (found.key ?? found.value)) ?? nodeOf(read.document.contents);
  return node ? whereOfNode(read, node) : whereOf(read, 0, 0);
}

/** Where the key of a value stands, or the value itself where it has none. */
export function placeOfKey(read: Read, path: Path): Where {
  const found = find(read, path);
  const node = found.key ?? found.value;
  return node ? whereOfNode(read, node) : placeOf(read, path);
}

/** Where a part of a text stands. The whole text when it is no text. */
export function placeWithin(read: Read, path: Path, part: { readonly start: number; readonly end: number }): Where {
  const { value } = find(read, path);
  if (!isScalar(value) || typeof value.value !== 'string' || !value.range) return placeOf(read, path);
  const source = read.text.slice(value.range[0], value.range[1]);
  const offsets = scalarOffsets(source, value.value);
  const from = value.range[0] + (offsets[part.start] ?? source.length);
  const to = value.range[0] + (offsets[part.end] ?? source.length);
  return whereOf(read, from, Math.max(from, to));
}

/** Offsets of the first characters of the lines of a text. */
export function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

/** The place of a range of the file's text. */
export function whereOf(
  { file, lines, text }: Pick<Read, 'file' | 'lines' | 'text'>,
  start: number,
  end: number,
): Where {
  const from = pointAt(lines, Math.min(start, text.length));
  const to = pointAt(lines, Math.min(Math.max(start, end), text.length));
  return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

function pointAt(lines: readonly number[], offset: number): { readonly line: number; readonly column: number } {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
}

/** The place of a node. */
export function whereOfNode(read: Pick<Read, 'file' | 'lines' | 'text'>, node: Node): Where {
  const [start, end] = node.range ?? [0, 0];
  return whereOf(
    read,
    start,
    isCollection(node) ? firstLineEnd(read.text, start, end) : trimmedEnd(read.text, start, end),
  );
}

type Found = { readonly key: Node | undefined; readonly value: Node | undefined };

function find(read: Read, path: Path): Found {
  let found: Found = { key: undefined, value: nodeOf(read.document.contents) };
  for (const step of path) {
    const inner = child(read, resolved(read, found.value), step);
    if (!inner) return found;
    found = inner;
  }
  return found;
}

function child(read: Read, node: Node | undefined, step: string | number): Found | undefined {
  if (isSeq(node)) return item(node, Number(step));
  if (!isMap(node)) return undefined;
  const pair = pairsOf(read, node).get(String(step));
  return pair && { key: nodeOf(pair.key), value: nodeOf(pair.value) };
}

function item(list: YAMLSeq, index: number): Found | undefined {
  const value = nodeOf(list.items[index]);
  return value && { key: undefined, value };
}

function pairsOf({ pairs }: Read, map: YAMLMap): ReadonlyMap<string, Pair> {
  const known = pairs.get(map);
  if (known) return known;
  const byKey = new Map(
    map.items.toReversed().map((pair) => [isScalar(pair.key) ? String(pair.key.value ?? '') : '', pair]),
  );
  pairs.set(map, byKey);
  return byKey;
}

function resolved(read: Read, node: Node | undefined): Node | undefined {
  return isAlias(node) ? nodeOf(node.resolve(read.document)) : node;
}

function nodeOf(value: unknown): Node | undefined {
  return isNode(value) ? value : undefined;
}

function firstLineEnd(text: string, start: number, end: number): number {
  const newline = text.indexOf('\n', start);
  return trimmedEnd(text, start, newline < 0 ? end : Math.min(end, newline));
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}
