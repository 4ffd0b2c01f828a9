/** Questions that are never asked, as their answer is known on every way that leads to them. */
import type { Problem } from '../../../errors/problem.ts';
import type { Dialog, Node } from '../../program.ts';
import type { DialogSource } from '../reading/read-dialog.ts';
import type { StepTree } from '../reading/read-steps.ts';
import { exitsOf } from './exits-of.ts';

type Known = ReadonlySet<string>;

export function knownQuestions(source: DialogSource, dialog: Dialog): readonly Problem[] {
  const knownAt = valuesKnown(dialog);
  return source.allSteps.flatMap((step) => {
    const node = dialog.nodes.get(step.key);
    const known = knownAt.get(step.key);
    if (!node || !known) return [];
    if (node.kind === 'ask' && known.has(node.slot)) return [neverAsked(source, step, node.slot)];
    const target = node.kind === 'goto' ? dialog.nodes.get(node.to) : undefined;
    if (target?.kind !== 'ask' || !known.has(target.slot)) return [];
    return knownAt.get(target.ref.step)?.has(target.slot) ? [] : [askedOnce(source, step, target)];
  });
}

/** What is known for sure on entering each step that is reached: what holds on every way that leads there. */
function valuesKnown(dialog: Dialog): ReadonlyMap<string, Known> {
  const knownAt = new Map<string, Known>();
  const open: (readonly [string | null, Known])[] = [[dialog.first, new Set()]];
  for (let one = open.pop(); one; one = open.pop()) {
    const [key, arriving] = one;
    const node = key === null ? undefined : dialog.nodes.get(key);
    if (!node || key === null) continue;
    const before = knownAt.get(key);
    const known = before ? new Set([...before].filter((name) => arriving.has(name))) : arriving;
    if (before?.size === known.size) continue;
    knownAt.set(key, known);
    const emptied = emptiedBy(node);
    const leaving = new Set([...known, ...givenBy(node)].filter((name) => !emptied.has(name)));
    open.push(...exitsOf(node).map((to) => [to, leaving] as const));
    if (node.kind === 'ask') open.push([dialog.slots.get(node.slot)?.otherwise ?? null, known]);
  }
  return knownAt;
}

function givenBy(node: Node): Known {
  if (node.kind === 'ask') return new Set([node.slot]);
  if (node.kind === 'choose') return new Set([node.save]);
  return new Set(node.kind === 'set' ? Object.keys(node.values) : []);
}

/** A value that is an expression may turn out empty; only `null` itself empties for sure, and only a literal fills for sure. */
function emptiedBy(node: Node): Known {
  if (node.kind !== 'set') return new Set();
  const isFilled = (source: string) => /^("[^"]+"|'[^']+'|-?\d+(\.\d+)?|true|false)$/.test(source);
  return new Set(Object.entries(node.values).flatMap(([name, { source }]) => (isFilled(source) ? [] : [name])));
}

function neverAsked({ document }: DialogSource, { path }: StepTree, slot: string): Problem {
  return {
    ...document.place([...path, 'ask']),
    code: 'DIALOG_ASK_KNOWN',
    severity: 'warning',
    message: `this is never asked: '${slot}' is known on every way that leads here`,
    fix: `remove it, or empty the slot first with 'set: { ${slot}: null }'`,
  };
}

function askedOnce({ document }: DialogSource, { path }: StepTree, { slot, ref }: Node & { kind: 'ask' }): Problem {
  return {
    ...document.place([...path, 'goto']),
    code: 'DIALOG_ASK_KNOWN',
    severity: 'warning',
    message: `going back there asks nothing: '${slot}' is known by now`,
    fix: `empty the slot first with 'set: { ${slot}: null }'`,
    related: [{ file: ref.file, line: ref.line, column: 1, message: `'${slot}' is asked here` }],
  };
}
