/**
 * The values of a file of JSON one by one, each with its place: items of one list, or values that follow each other, a line each or not. What is wrong
 * with one says nothing about the others.
 */

/** @property offset of its first character in the text */
export type JsonItem = { readonly text: string; readonly offset: number };

/** Divides a text into its values. The last one may be cut off; a blank text has none. */
export function jsonItems(text: string): readonly JsonItem[] {
  const start = text.search(/\S/);
  if (start < 0) return [];
  const isList = text[start] === '[';
  const items: JsonItem[] = [];
  for (let at = isList ? start + 1 : start; ; ) {
    at = skip(text, at);
    if (at >= text.length || (isList && text[at] === ']')) return items;
    const end = endOfValue(text, at);
    items.push({ text: text.slice(at, end).trimEnd(), offset: at });
    at = end;
  }
}

function skip(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n,'.includes(text[at] ?? '')) at++;
  return at;
}

/** The end of the value that begins at an offset: where its brackets are closed, else the next sign between values. */
function endOfValue(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (sign === '"') at = endOfString(text, at);
    depth += turns[sign] ?? 0;
    if (depth < 0) return Math.max(at, from + 1);
    if (depth === 0 && ends.has(sign)) return ',\n'.includes(sign) ? at : at + 1;
  }
  return text.length;
}

const turns: Readonly<Record<string, number>> = { '{': 1, '[': 1, '}': -1, ']': -1 };
const ends: ReadonlySet<string> = new Set(['}', ']', ',', '\n']);

function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
