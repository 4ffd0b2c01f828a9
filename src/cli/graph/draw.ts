/** Draws the graph of a dialog as SVG: every step is a link to its line in the file, so that it can be reached with the keyboard. */

import { escapeHtml } from '../../reports/page/escape-html.ts';
import type { DialogGraph, GraphEdge, GraphNode } from './dialog-graph.ts';
import { type Layout, layOut } from './layout.ts';

const size = { width: 208, height: 66, gapX: 32, gapY: 54, margin: 20, lineLength: 29 } as const;

type Point = { readonly x: number; readonly y: number };

/** `linkOf` gives the address of a place such as `dialogs/refund.yaml:12`. */
export function draw(graph: DialogGraph, linkOf: (place: string) => string): string {
  const layout = layOut(graph);
  const width = layout.width * (size.width + size.gapX) - size.gapX + 2 * size.margin + lane;
  const height = layout.layers * (size.height + size.gapY) - size.gapY + 2 * size.margin;
  const edges = graph.edges.map((edge) => drawEdge(edge, layout));
  const nodes = graph.nodes.map((node) => drawNode(node, cornerOf(node.key, layout), linkOf(node.place)));
  return `<svg class="graph" role="group" aria-label="Steps of ${escapeHtml(graph.dialog)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${edges.map(({ line }) => line).join('')}${nodes.join('')}${edges.map(({ label }) => label).join('')}</svg>`;
}

/** room at the right for ways that lead back */
const lane = 48;

function cornerOf(key: string, { places }: Layout): Point {
  const place = places.get(key);
  return {
    x: size.margin + (place?.x ?? 0) * (size.width + size.gapX),
    y: size.margin + (place?.layer ?? 0) * (size.height + size.gapY),
  };
}

const families: { readonly [kind: string]: string } = {
  start: 'edge',
  finish: 'edge',
  end: 'edge',
  goto: 'edge',
  ask: 'question',
  confirm: 'question',
  choose: 'question',
  if: 'branch',
  do: 'work',
  set: 'work',
  call: 'call',
  wait: 'work',
  remind: 'work',
  survey: 'question',
  redirect: 'person',
  handoff: 'person',
  refuse: 'person',
  goal: 'goal',
  promise: 'goal',
  resolution: 'goal',
};

function drawNode({ kind, text, place }: GraphNode, { x, y }: Point, link: string): string {
  const name = kind === 'finish' ? 'end' : kind;
  const lines = kind === 'finish' || kind === 'end' ? [] : wrap(text);
  const spans = lines.map((line, n) => `<tspan x="14" dy="${n === 0 ? 0 : 16}">${escapeHtml(line)}</tspan>`).join('');
  const label = escapeHtml(`${name} ${text}, ${place}`);
  return `<a class="node ${families[kind] ?? 'speech'}" href="${link}" transform="translate(${x} ${y})"><title>${label}</title><rect class="card" width="${size.width}" height="${size.height}" rx="10"/><rect class="mark" width="5" height="${size.height - 20}" y="10" x="0" rx="2.5"/><text class="kind" x="14" y="19">${name}</text><text class="words" x="14" y="38">${spans}</text></a>`;
}

/** Two lines at most; what does not fit is cut. */
function wrap(text: string): readonly string[] {
  const words = text.replace(/\s+/g, ' ').trim().split(' ');
  const lines: string[] = [''];
  for (const word of words) {
    const line = lines.at(-1) ?? '';
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= size.lineLength || line === '') lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const [first = '', second] = lines;
  if (second === undefined) return [cut(first, false)];
  return [cut(first, false), cut(second, lines.length > 2)];
}

function cut(line: string, isMore: boolean): string {
  const fits = line.length <= size.lineLength - (isMore ? 1 : 0);
  return fits && !isMore ? line : `${line.slice(0, size.lineLength - 1)}…`;
}

type DrawnEdge = { readonly line: string; readonly label: string };

function drawEdge({ from, to, label }: GraphEdge, layout: Layout): DrawnEdge {
  const [start, end] = [cornerOf(from, layout), cornerOf(to, layout)];
  const out = { x: start.x + size.width / 2, y: start.y + size.height };
  const into = { x: end.x + size.width / 2, y: end.y - 3 };
  const isBack = into.y < out.y;
  const path = isBack ? wayBack(start, end) : wayDown(out, into);
  const at = isBack
    ? { x: Math.max(start.x, end.x) + size.width + 14, y: start.y + size.height / 2 }
    : { x: out.x + Math.sign(into.x - out.x) * Math.min(Math.abs(into.x - out.x) / 2, 112), y: out.y + 24 };
  return {
    line: `<path class="way" marker-end="url(#tip)" d="${path}"/>`,
    label: label === '' ? '' : drawLabel(label, at),
  };
}

function wayDown(out: Point, into: Point): string {
  if (into.y - out.y <= size.gapY) return curve(out, into);
  const side = into.x > out.x ? 1 : -1;
  const x = out.x === into.x ? out.x + (size.width + size.gapX) / 2 : into.x - (side * (size.width + size.gapX)) / 2;
  const top = { x, y: out.y + size.gapY };
  const bottom = { x, y: into.y - size.gapY + 6 };
  return `${curve(out, top)} L ${bottom.x} ${bottom.y} ${curve(bottom, into).replace(/^M [\d.-]+ [\d.-]+/, '')}`;
}

function curve(from: Point, to: Point): string {
  const middle = (from.y + to.y) / 2;
  return `M ${from.x} ${from.y} C ${from.x} ${middle} ${to.x} ${middle} ${to.x} ${to.y}`;
}

function wayBack(start: Point, end: Point): string {
  const from = { x: start.x + size.width, y: start.y + size.height / 2 };
  const to = { x: end.x + size.width + 3, y: end.y + size.height / 2 };
  const x = Math.max(from.x, to.x) + 34;
  return `M ${from.x} ${from.y} C ${x} ${from.y} ${x} ${from.y} ${x} ${from.y - 20} L ${x} ${to.y + 20} C ${x} ${to.y} ${x} ${to.y} ${to.x} ${to.y}`;
}

function drawLabel(label: string, { x, y }: Point): string {
  const text = label.length > 22 ? `${label.slice(0, 21)}…` : label;
  const width = text.length * 6.6 + 14;
  return `<g class="label" transform="translate(${x} ${y})"><rect x="${-width / 2}" y="-10" width="${width}" height="20" rx="10"/><text text-anchor="middle" y="4">${escapeHtml(text)}</text></g>`;
}
