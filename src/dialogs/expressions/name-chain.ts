import type { ASTNode } from '@marcbachmann/cel-js';

/** `order.address` of a node that is only names and dots; `undefined` of any other. */
export function nameChain(node: ASTNode): string | undefined {
  if (node.op === 'id') return node.args;
  if (node.op !== '.') return undefined;
  const of = nameChain(node.args[0]);
  return of === undefined ? undefined : `${of}.${String(node.args[1])}`;
}
