/**
 * Notes which steps and branches a program goes through, without the turn knowing of it: the watched program is the same program, whose nodes are
 * noted when the walk comes to them, and whose branches lead over a key of their own to the node they lead to.
 */
import type { Dialog, Node, Program } from '../../../dialogs/program.ts';

/** @property steps `dialog/step`; @property branches `dialog/step/branch` */
export type Seen = { readonly steps: Set<string>; readonly branches: Set<string> };

export type Watch = (program: Program) => Program;

export function createWatch(seen: Seen): Watch {
  const watched = new WeakMap<Dialog, Dialog>();
  return (program) => {
    const dialogs = [...program.dialogs].map(([name, dialog]) => {
      const known = watched.get(dialog) ?? watchDialog(dialog, seen);
      watched.set(dialog, known);
      return [name, known] as const;
    });
    return { ...program, dialogs: new Map(dialogs) };
  };
}

/** A branch of a node, and where it leads: `null` is the end of the dialog. */
export type Branch = { readonly name: string; readonly to: string | null };

/** The ways a node may lead by its own decision; none where there is only one. */
export function branchesOf(node: Node): readonly Branch[] {
  const { next } = node;
  switch (node.kind) {
    case 'if':
      return [
        { name: 'then', to: node.then ?? next },
        { name: 'else', to: node.else ?? next },
      ];
    case 'confirm':
      return node.hasNo
        ? [
            { name: 'yes', to: node.yes ?? next },
            { name: 'no', to: node.no ?? next },
          ]
        : [];
    case 'choose':
      return node.options.map(({ value, first }) => ({ name: value, to: first ?? next }));
    case 'call':
    case 'do':
      return node.hasFailed
        ? [
            { name: 'done', to: next },
            { name: 'failed', to: node.failed ?? next },
          ]
        : [];
    default:
      return [];
  }
}

function watchDialog(dialog: Dialog, seen: Seen): Dialog {
  const nodes = new Map<string, Node>();
  const notes = new Map<string, () => void>();
  for (const [key, node] of dialog.nodes) {
    const step = `${dialog.name}/${key}`;
    nodes.set(
      key,
      leading(node, (branch) => keyOf(key, branch)),
    );
    notes.set(key, () => seen.steps.add(step));
  }
  for (const [key, node] of dialog.nodes) {
    for (const { name, to } of branchesOf(node)) {
      nodes.set(keyOf(key, name), (to === null ? undefined : nodes.get(to)) ?? passing(node));
      notes.set(keyOf(key, name), () => {
        seen.branches.add(`${dialog.name}/${key}/${name}`);
        if (to !== null) seen.steps.add(`${dialog.name}/${to}`);
      });
    }
  }
  return { ...dialog, nodes: noting(nodes, notes) };
}

function keyOf(step: string, branch: string): string {
  return `${step} ${branch}`;
}

function noting(nodes: ReadonlyMap<string, Node>, notes: ReadonlyMap<string, () => void>): ReadonlyMap<string, Node> {
  const get = (key: string): Node | undefined => {
    notes.get(key)?.();
    return nodes.get(key);
  };
  return Object.assign(new Map(nodes), { get });
}

/** The node, its branches leading over keys of their own. */
function leading(node: Node, key: (branch: string) => string): Node {
  switch (node.kind) {
    case 'if':
      // biome-ignore lint/suspicious/noThenProperty: the branch of a node, which nobody awaits
      return { ...node, then: key('then'), else: key('else') };
    case 'confirm':
      return node.hasNo ? { ...node, yes: key('yes'), no: key('no') } : node;
    case 'choose':
      return { ...node, options: node.options.map((option) => ({ ...option, first: key(option.value) })) };
    case 'call':
    case 'do':
      return node.hasFailed ? { ...node, next: key('done'), failed: key('failed') } : node;
    default:
      return node;
  }
}

/** Stands where a branch leads to the end of its dialog. */
function passing({ ref }: Node): Node {
  return { kind: 'set', values: {}, ref, next: null };
}
