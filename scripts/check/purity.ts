import ts from 'typescript';
import { readLayers } from '../layers/layer.ts';
import { listSources } from '../sources/list-files.ts';
import { eachNode, readSource } from '../sources/read-source.ts';
import type { Guard } from './guard.ts';

const globals = new Set([
  'process',
  'console',
  'fetch',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
]);
const members = new Set(['Date.now', 'Math.random', 'crypto.randomUUID', 'crypto.getRandomValues']);

/** No clock, no chance, no output in the layers marked `pure` in layers.json: time and randomness are arguments there. */
export const purity: Guard = {
  name: 'purity',
  about: 'no clock, random, timer, environment or log in the pure layers',
  async look(root) {
    const pure = readLayers(root).layers.filter((layer) => layer.pure);
    const files = listSources(root).filter((file) => pure.some((layer) => file.startsWith(`src/${layer.folder}/`)));
    return { files: files.length, problems: files.flatMap((file) => impuritiesIn(root, file)) };
  },
};

function impuritiesIn(root: string, file: string): readonly string[] {
  const { tree, place } = readSource(root, file);
  return [...eachNode(tree)].filter(isImpure).map((node) => `${place(node)} ${node.getText()}`);
}

function isImpure(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return members.has(node.getText());
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0;
  return ts.isIdentifier(node) && globals.has(node.text) && isGlobalUse(node);
}

/** Only where the name stands for a value: called, or an object whose member is taken; a parameter or a key may bear it. */
function isGlobalUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent)) return parent.expression === node;
  return ts.isPropertyAccessExpression(parent) && parent.expression === node && globals.has(node.text);
}
