import ts from 'typescript';
import { readLayers } from '../layers/layer.ts';
import { listSources } from '../sources/list-files.ts';
import { eachNode, readSource } from '../sources/read-source.ts';
import type { Guard } from './guard.ts';

/** No `as` but `as const`: what comes from outside is read by a schema or a type guard. Files named as codecs in layers.json are exempt. */
export const casts: Guard = {
  name: 'casts',
  about: 'no `as` outside the codecs of layers.json',
  async look(root) {
    const exempt = new Set(readLayers(root).codecs);
    const files = listSources(root).filter((file) => !file.startsWith('test/') && !exempt.has(file));
    return { files: files.length, problems: files.flatMap((file) => castsIn(root, file)) };
  },
};

function castsIn(root: string, file: string): readonly string[] {
  const { tree, place } = readSource(root, file);
  return [...eachNode(tree)].filter(isCast).map((node) => `${place(node)} ${node.getText().slice(0, 80)}`);
}

function isCast(node: ts.Node): boolean {
  if (ts.isTypeAssertionExpression(node)) return true;
  return ts.isAsExpression(node) && node.type.getText() !== 'const';
}
