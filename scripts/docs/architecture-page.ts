import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Layer, readLayers } from '../layers/layer.ts';
import type { Page } from './page.ts';

const file = 'docs/architecture.md';
const start = '<!-- layers: made from layers.json by npm run docs -->';
const end = '<!-- end of layers -->';

/**
 * docs/architecture.md with its table of layers made anew between two markers; the rest is written by hand.
 *
 * @throws Error when a marker is missing
 */
export function architecturePage(root: string): Page {
  const text = readFileSync(join(root, file), 'utf8');
  const [before, rest] = cut(text, start);
  const [, after] = cut(rest, end);
  return { file, text: `${before}${start}\n${table(readLayers(root).layers)}\n${end}${after}` };
}

function cut(text: string, marker: string): readonly [string, string] {
  const at = text.indexOf(marker);
  if (at < 0) throw new Error(`${file} lacks the line ${marker}`);
  return [text.slice(0, at), text.slice(at + marker.length)];
}

function table(layers: readonly Layer[]): string {
  const head =
    '| folder of `src/` | holds | may import (inside) | may import (npm) | modules of Node |\n|---|---|---|---|---|';
  return [head, ...layers.map(row)].join('\n');
}

function row({ folder, holds, inside, npm, node, pure }: Layer): string {
  const cells = [
    `\`${folder}\`${pure ? ' (pure)' : ''}`,
    holds,
    list(inside.map(entry)),
    list(npm),
    node ? list(node) : 'any',
  ];
  return `| ${cells.join(' | ')} |`;
}

function entry(inside: Layer['inside'][number]): string {
  if (inside === '*') return 'everything';
  return typeof inside === 'string' ? inside : `${inside.types} (types)`;
}

function list(names: readonly string[]): string {
  return names.length > 0 ? names.join(', ') : '–';
}
