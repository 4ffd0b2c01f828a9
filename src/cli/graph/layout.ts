/**
 * Where the steps of a dialog stand in a drawing: layer below layer, after Sugiyama, Tagawa and Toda (1981): ways that lead back are left out of the
 * order, and each step stands one layer below the lowest that leads to it. The first way out of a step goes straight down, the others to its right, so
 * that the way everything goes well reads from top to bottom along the left.
 */
import type { DialogGraph, GraphEdge } from './dialog-graph.ts';

export type Place = { readonly key: string; readonly layer: number; readonly x: number };

/**
 * @property places of the steps: `x` counts columns from 0
 * @property width in columns
 * @property layers how many
 */
export type Layout = { readonly places: ReadonlyMap<string, Place>; readonly width: number; readonly layers: number };

export function layOut({ nodes, edges }: Pick<DialogGraph, 'nodes' | 'edges'>): Layout {
  const keys = nodes.map(({ key }) => key);
  const forward = withoutWaysBack(keys, edges);
  const layerOf = layersOf(keys, forward);
  const rows = Map.groupBy(keys, (key) => layerOf.get(key) ?? 0);
  const layers = Math.max(0, ...rows.keys()) + 1;
  const places = new Map<string, Place>();
  for (let layer = 0; layer < layers; layer++) placeRow(rows.get(layer) ?? [], { layer, forward, places });
  return { places, layers, width: Math.max(0, ...[...places.values()].map(({ x }) => x)) + 1 };
}

/** Depth first from the start, a way to a step that is still open leads back. */
function withoutWaysBack(keys: readonly string[], edges: readonly GraphEdge[]): readonly GraphEdge[] {
  const from = Map.groupBy(edges, (edge) => edge.from);
  const state = new Map<string, 'open' | 'done'>();
  const forward: GraphEdge[] = [];
  const visit = (key: string): void => {
    state.set(key, 'open');
    for (const edge of from.get(key) ?? []) {
      if (state.get(edge.to) === 'open') continue;
      forward.push(edge);
      if (!state.has(edge.to)) visit(edge.to);
    }
    state.set(key, 'done');
  };
  for (const key of keys) if (!state.has(key)) visit(key);
  return forward;
}

function layersOf(keys: readonly string[], forward: readonly GraphEdge[]): ReadonlyMap<string, number> {
  const into = Map.groupBy(forward, ({ to }) => to);
  const known = new Map<string, number>();
  const layer = (key: string): number => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = Math.max(-1, ...(into.get(key) ?? []).map(({ from }) => layer(from))) + 1;
    known.set(key, found);
    return found;
  };
  for (const key of keys) layer(key);
  return known;
}

type Row = { readonly layer: number; readonly forward: readonly GraphEdge[]; readonly places: Map<string, Place> };

/** Each step wants to stand below the leftmost that leads to it; where two want the same column, the second moves on. */
function placeRow(keys: readonly string[], { layer, forward, places }: Row): void {
  const wishes = keys.map((key) => ({ key, x: wish(key, forward, places) })).toSorted((a, b) => a.x - b.x);
  let free = 0;
  for (const { key, x } of wishes) {
    const column = Math.max(x, free);
    places.set(key, { key, layer, x: column });
    free = column + 1;
  }
}

function wish(key: string, forward: readonly GraphEdge[], places: ReadonlyMap<string, Place>): number {
  const columns = forward
    .filter(({ to }) => to === key)
    .map((edge) => {
      const siblings = forward.filter(({ from }) => from === edge.from);
      return (places.get(edge.from)?.x ?? 0) + siblings.indexOf(edge);
    });
  return Math.min(...(columns.length === 0 ? [0] : columns));
}
