/**
 * Which values the rest of a dialog reads that nobody will have given it.
 */
import { exitsOf } from '../compile/checks/exits-of.ts';
import type { Dialog, Node } from '../program.ts';

/**
 * Names the steps from `from` on read, which the dialog itself gives values to, but only in steps that lie behind.
 *
 * @param held names that have a value already
 */
export function missingNames(dialog: Dialog, from: string, held: ReadonlySet<string>): ReadonlySet<string> {
  const ahead = reachableFrom(dialog, from);
  const given = new Set(ahead.flatMap((node) => givenBy(node)));
  const own = new Set([...dialog.slots.keys(), ...[...dialog.nodes.values()].flatMap((node) => givenBy(node))]);
  const read = ahead.flatMap((node) => readBy(node, dialog));
  return new Set(read.filter((name) => own.has(name) && !given.has(name) && !held.has(name)));
}

/** Every step that can come from `from` on, itself included. */
function reachableFrom(dialog: Dialog, from: string): readonly Node[] {
  const reached = new Map<string, Node>();
  const open: (string | null)[] = [from];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const node = key === null || reached.has(key) ? undefined : dialog.nodes.get(key);
    if (!node || key === null) continue;
    reached.set(key, node);
    open.push(...exitsOf(node), node.kind === 'ask' ? (dialog.slots.get(node.slot)?.otherwise ?? null) : null);
  }
  return [...reached.values()];
}

function givenBy(node: Node): readonly string[] {
  switch (node.kind) {
    case 'ask':
      return [node.slot];
    case 'choose':
      return [node.save];
    case 'call':
    case 'do':
      return node.save === null ? [] : [node.save];
    case 'set':
      return Object.keys(node.values);
    default:
      return [];
  }
}

function readBy(node: Node, dialog: Dialog): readonly string[] {
  const { ref: _place, ...content } = node;
  const slot = node.kind === 'ask' ? dialog.slots.get(node.slot) : null;
  const goal = node.kind === 'goal' ? dialog.goal : null;
  return [content, slot, goal].flatMap(namesBelow);
}

/** Names in every expression and text below a value; words of a string within an expression count too, which only makes us more careful. */
function namesBelow(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('source' in value && typeof value.source === 'string') {
    return 'format' in value ? namesOfText(value.source) : namesOf(value.source);
  }
  const inner: readonly unknown[] = Object.values(value);
  return inner.flatMap(namesBelow);
}

function namesOfText(source: string): readonly string[] {
  return [...source.matchAll(/\{([^{}]*)/g)].flatMap(([, inside]) => namesOf(inside ?? ''));
}

function namesOf(source: string): readonly string[] {
  return source.match(/[A-Za-z_]\w*/g) ?? [];
}
