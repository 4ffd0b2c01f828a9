import type { Node } from '../../program.ts';

/** Where a node may lead; `null` is the end of the dialog, or a person. */
export function exitsOf(node: Node): readonly (string | null)[] {
  switch (node.kind) {
    case 'if':
      return [node.then ?? node.next, node.else ?? node.next];
    case 'confirm':
      return [node.yes ?? node.next, node.hasNo ? (node.no ?? node.next) : null];
    case 'choose':
      return [...node.options.map(({ first }) => first ?? node.next), ...(node.from ? [node.next] : [])];
    case 'unanswered':
      return [null];
    case 'call':
    case 'do':
      return node.hasFailed ? [node.next, node.failed ?? node.next] : [node.next];
    case 'goto':
      return [node.to];
    case 'handoff':
      return node.offer ? [node.next, null] : [null];
    default:
      return [node.next];
  }
}
