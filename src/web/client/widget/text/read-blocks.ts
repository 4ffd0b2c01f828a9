/** Paragraphs and lists of a message, in the Markdown people type without knowing it. */
import type { Block } from './block.ts';
import { readSpans } from './read-spans.ts';

type Line = { readonly kind: 'text' | 'bullet' | 'number' | 'blank'; readonly number: number; readonly text: string };

/** Total: any text is at least one paragraph of itself; '' is no block. */
export function readBlocks(text: string): readonly Block[] {
  const groups: Line[][] = [];
  for (const line of text.replace(/\r\n?/g, '\n').split('\n').map(readLine)) {
    const last = groups.at(-1);
    if (last && last[0]?.kind === line.kind) last.push(line);
    else groups.push([line]);
  }
  return groups.flatMap(readGroup);
}

function readLine(line: string): Line {
  const [, bullet, item = ''] = /^\s{0,6}([-*•]|\d{1,3}[.)])\s+(.*)$/.exec(line) ?? [];
  if (!bullet) return { kind: line.trim() ? 'text' : 'blank', number: 0, text: line };
  const number = Number.parseInt(bullet, 10);
  return Number.isNaN(number) ? { kind: 'bullet', number: 0, text: item } : { kind: 'number', number, text: item };
}

function readGroup(lines: readonly Line[]): readonly Block[] {
  const [first] = lines;
  if (!first || first.kind === 'blank') return [];
  if (first.kind === 'text')
    return [{ kind: 'paragraph', spans: readSpans(lines.map((line) => line.text).join('\n')) }];
  const items = lines.map((line) => readSpans(line.text));
  return [{ kind: 'list', start: first.kind === 'number' ? first.number : undefined, items }];
}
