import { literalExpression } from '../../../dialogs/expressions/compile-expression.ts';
import type { Dialog, Node, Program, Scope } from '../../../dialogs/program.ts';
import type { Stubs } from '../test.ts';

/** The program with the stubbed dialogs empty: a call of one gives the values of its stub, valid, and goes on at once. */
export function stubDialogs(program: Program, stubs: Stubs['dialogs']): Program {
  if (stubs.size === 0) return program;
  const dialogs = [...program.dialogs].map(([name, dialog]) => {
    return [name, stubs.has(name) ? emptied(dialog) : calling(dialog, stubs)] as const;
  });
  return { ...program, dialogs: new Map(dialogs) };
}

function emptied(dialog: Dialog): Dialog {
  const slots = [...dialog.slots].map(([name, slot]) => [name, { ...slot, check: null }] as const);
  return { ...dialog, slots: new Map(slots), nodes: new Map(), first: null };
}

function calling(dialog: Dialog, stubs: Stubs['dialogs']): Dialog {
  const calls = [...dialog.nodes].map(([key, node]) => [key, callOf(node, stubs)] as const);
  const isCaller = calls.some(([key, node]) => dialog.nodes.get(key) !== node);
  return isCaller ? { ...dialog, nodes: new Map(calls) } : dialog;
}

function callOf(node: Node, stubs: Stubs['dialogs']): Node {
  const values = node.kind === 'call' ? stubs.get(node.dialog) : undefined;
  return values && node.kind === 'call' ? { ...node, with: literals(values) } : node;
}

function literals(values: Scope) {
  const where = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const entries = Object.entries(values).map(([name, value]) => {
    return [name, literalExpression(value, JSON.stringify(value), where)] as const;
  });
  return Object.fromEntries(entries);
}
