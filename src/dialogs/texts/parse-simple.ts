/** Texts whose braces hold nothing but names: most of them. They need no formatter. */
import type { Scope } from '../program.ts';
import type { Use } from './parse-message.ts';
import { plainText, valueAtPath } from './plain-text.ts';

export type SimpleText = { readonly uses: readonly Use[]; format(scope: Scope): string };

const name = /\{\s*([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)\s*\}/gu;

/** @returns `undefined` when the text holds more than names: formats, quotes before braces, single braces */
export function parseSimple(source: string, locale: string): SimpleText | undefined {
  if (/''|'[{}]/.test(source) || /[{}]/.test(source.replace(name, ''))) return undefined;
  const uses = [...source.matchAll(name)].map((match): Use => {
    const path = match[1] ?? '';
    const start = match.index + match[0].indexOf(path);
    return { name: path, as: 'plain', start, end: start + path.length };
  });
  return {
    uses,
    format: (scope) => source.replace(name, (_, path: string) => plainText(valueAtPath(scope, path), locale)),
  };
}
