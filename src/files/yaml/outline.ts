/**
 * What is kept of a YAML document once it is read: where each of its values and keys stands. The parser's own tree is many times as large; it is then
 * free to go.
 */
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node } from 'yaml';

/** Offsets in the file's text, `end` exclusive. Where nothing is written (`a:`) it is empty. */
export type Span = { readonly start: number; readonly end: number };

/** A value, and the key it has in a map. */
export type Spot = {
  /** `undefined` where there is a key only */
  readonly value: Span | undefined;
  /** `undefined` in a list */
  readonly key: Span | undefined;
  /** the key itself; empty in a list */
  readonly name: string;
  /** the text a value is; `undefined` where it is something else */
  readonly text: string | undefined;
  readonly kind: 'map' | 'list' | 'one';
  /** the values in it, in their order; an alias has those of what it stands for */
  readonly inside: readonly Spot[];
};

/** The outermost value of a document with all that is in it. */
export function outlineOf(document: Document.Parsed): Spot {
  return spotOf(new Map(), { key: undefined, value: document.contents });
}

/** Anchors before a value, by name: the latest of each. */
type Anchors = Map<string, Spot>;
type Found = { readonly key: unknown; readonly value: unknown };

function spotOf(anchors: Anchors, { key, value }: Found): Spot {
  const inside: Spot[] = [];
  const spot: Spot = {
    value: spanOf(value),
    key: spanOf(key),
    name: isScalar(key) ? String(key.value ?? '') : '',
    text: isScalar(value) && typeof value.value === 'string' ? value.value : undefined,
    kind: isMap(value) ? 'map' : isSeq(value) ? 'list' : 'one',
    inside,
  };
  if (isAlias(value)) return { ...spot, ...meaningOf(anchors.get(value.source)) };
  note(anchors, key, nothingWritten);
  note(anchors, value, spot);
  if (isMap(value)) for (const pair of value.items) inside.push(spotOf(anchors, pair));
  if (isSeq(value)) for (const item of value.items) inside.push(spotOf(anchors, { key: undefined, value: item }));
  return spot;
}

function note(anchors: Anchors, node: unknown, spot: Spot): void {
  if (isNode(node) && !isAlias(node) && node.anchor !== undefined) anchors.set(node.anchor, spot);
}

function meaningOf(spot: Spot = nothingWritten): Pick<Spot, 'kind' | 'inside'> {
  return { kind: spot.kind, inside: spot.inside };
}

/** The outline of a document that holds nothing. */
export const nothingWritten: Spot = {
  value: undefined,
  key: undefined,
  name: '',
  text: undefined,
  kind: 'one',
  inside: [],
};

function spanOf(value: unknown): Span | undefined {
  if (!isNode(value)) return undefined;
  const [start, end] = rangeOf(value);
  return { start, end };
}

function rangeOf({ range }: Node): readonly [number, number, number] {
  return range ?? [0, 0, 0];
}
