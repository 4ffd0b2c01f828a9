import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A parsed file and a way to say where in it something stands. */
export type Source = {
  readonly tree: ts.SourceFile;
  /** `file:line` of a node */
  place(node: ts.Node): string;
};

/** @param file relative to `root` */
export function readSource(root: string, file: string): Source {
  const tree = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  return { tree, place: (node) => `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}` };
}

/** Every node of a tree, parents first. */
export function* eachNode(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* eachNode(child);
}
