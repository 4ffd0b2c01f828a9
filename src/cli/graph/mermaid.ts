/** Graphs of dialogs as text in the language of Mermaid, which many pages and editors draw. */
import type { DialogGraph, GraphNode } from './dialog-graph.ts';

/** One flowchart with a frame for each dialog; calls lead from frame to frame. */
export function mermaid(graphs: readonly DialogGraph[]): string {
  const known = new Map(graphs.map((graph, n) => [graph.dialog, n]));
  const frames = graphs.flatMap((graph, n) => frameOf(graph, n));
  const calls = graphs.flatMap((graph, n) =>
    graph.nodes.flatMap((node, m) => {
      const target = known.get(node.calls ?? '');
      return target === undefined ? [] : [`  ${idOf(n, m)} -. call .-> ${idOf(target, 0)}`];
    }),
  );
  return ['flowchart TD', ...frames, ...calls, ''].join('\n');
}

function frameOf({ dialog, nodes, edges }: DialogGraph, n: number): readonly string[] {
  const ids = new Map(nodes.map(({ key }, m) => [key, idOf(n, m)]));
  return [
    `  subgraph d${n} ["${escaped(dialog)}"]`,
    ...nodes.map((node, m) => `    ${idOf(n, m)}${shapeOf(node)}`),
    ...edges.map(({ from, to, label }) => `    ${ids.get(from)} ${arrow(label)} ${ids.get(to)}`),
    '  end',
  ];
}

function idOf(graph: number, node: number): string {
  return `d${graph}n${node}`;
}

function arrow(label: string): string {
  return label === '' ? '-->' : `-->|"${escaped(shortened(label, 24))}"|`;
}

const shapes: { readonly [kind: string]: readonly [before: string, after: string] } = {
  start: ['([', '])'],
  finish: ['([', '])'],
  ask: ['[/', '/]'],
  confirm: ['[/', '/]'],
  choose: ['[/', '/]'],
  if: ['{', '}'],
  call: ['[[', ']]'],
  do: ['[(', ')]'],
  goal: ['{{', '}}'],
  handoff: ['>', ']'],
};

function shapeOf({ kind, text }: GraphNode): string {
  const [before, after] = shapes[kind] ?? ['[', ']'];
  const label = kind === 'start' || kind === 'finish' ? text : [kind, text].filter(Boolean).join(': ');
  return `${before}"${escaped(shortened(label, 60))}"${after}`;
}

function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}

/** Mermaid reads entities in quoted texts. */
function escaped(text: string): string {
  return text.replace(/[#"<>&{}|`\\]/g, (sign) => `#${sign.charCodeAt(0)};`).replace(/\s+/g, ' ');
}
