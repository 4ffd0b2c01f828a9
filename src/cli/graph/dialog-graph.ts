/** A dialog as a picture: what stands at each step, and which ways lead on. Knows nothing of how it is drawn. */
import type { Dialog, Node, Slot } from '../../dialogs/program.ts';

export type GraphNode = {
  readonly key: string;
  readonly kind: Node['kind'] | 'start' | 'finish';
  /** what stands there, in a few words of the file */
  readonly text: string;
  /** `file:line` */
  readonly place: string;
  /** the dialog a call leads to */
  readonly calls: string | null;
};

/** @property label why this way is taken; empty: there is no other */
export type GraphEdge = { readonly from: string; readonly to: string; readonly label: string };

export type DialogGraph = {
  readonly dialog: string;
  readonly about: string | null;
  readonly goal: string | null;
  readonly place: string;
  /** intents that start it */
  readonly intents: readonly string[];
  /** in the order of the file, the start first, the end last */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
};

const startKey = '(start)';
const finishKey = '(end)';

/** A handoff ends in its own node: a person. Ways that nothing leads to are drawn all the same. */
export function dialogGraph(dialog: Dialog): DialogGraph {
  const { name, about, where, goal, intents } = dialog;
  const written = [...dialog.nodes].filter(([, { kind }]) => kind !== 'unanswered');
  const nodes = written.map(([key, node]) => graphNode(key, node));
  const edges = [
    { from: startKey, to: dialog.first ?? finishKey, label: '' },
    ...written.flatMap(([key, node]) => waysFrom(node, dialog).map((way) => ({ from: key, ...way }))),
  ].map((edge) => (dialog.nodes.get(edge.to)?.kind === 'unanswered' ? { ...edge, to: finishKey } : edge));
  const place = `${where.file}:${where.line}`;
  const start: GraphNode = { key: startKey, kind: 'start', text: startText(intents), place, calls: null };
  const finish: GraphNode = { key: finishKey, kind: 'finish', text: 'end', place, calls: null };
  const isEnding = edges.some(({ to }) => to === finishKey);
  return {
    dialog: name,
    about: about?.source ?? null,
    goal: goal?.name ?? null,
    place,
    intents,
    nodes: [start, ...nodes, ...(isEnding ? [finish] : [])],
    edges: merged(edges),
  };
}

function startText(intents: readonly string[]): string {
  return intents.length === 0 ? 'called' : intents.join(', ');
}

function graphNode(key: string, node: Node): GraphNode {
  const { file, line } = node.ref;
  return {
    key,
    kind: node.kind,
    text: textOf(node),
    place: `${file}:${line}`,
    calls: node.kind === 'call' ? node.dialog : null,
  };
}

function textOf(node: Node): string {
  switch (node.kind) {
    case 'say':
      return node.texts[0]?.source ?? '(pictures)';
    case 'ask':
      return node.slot;
    case 'confirm':
    case 'choose':
      return node.text.source;
    case 'if':
      return node.test.source;
    case 'set':
      return Object.entries(node.values)
        .map(([name, value]) => `${name} = ${value.source}`)
        .join(', ');
    case 'call':
      return node.dialog;
    case 'goto':
      return node.to;
    case 'do':
      return node.action;
    case 'handoff':
      return [node.team ?? 'anybody', node.offer ? '(offered)' : ''].filter(Boolean).join(' ');
    case 'refuse':
      return node.reason;
    case 'promise':
      return node.what;
    case 'wait':
      return lengthOf(node.ms);
    case 'remind':
      return `${lengthOf(node.ms)}: ${node.text.source}`;
    case 'redirect':
      return node.to;
    case 'survey':
      return node.item;
    case 'goal':
      return node.reached ? 'reached' : 'failed';
    default:
      return '';
  }
}

/** A length of time as files have it, in its largest whole unit. */
function lengthOf(ms: number): string {
  const units = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['m', 60_000],
  ] as const;
  const [unit, size] = units.find(([, length]) => ms % length === 0) ?? ['s', 1000];
  return `${ms / size}${unit}`;
}

type Way = Omit<GraphEdge, 'from'>;

function waysFrom(node: Node, dialog: Dialog): readonly Way[] {
  const next = node.next ?? finishKey;
  switch (node.kind) {
    case 'if':
      return [way('yes', node.then ?? next), way('no', node.else ?? next)];
    case 'confirm':
      return [way('yes', node.yes ?? next), way('no', node.hasNo ? (node.no ?? next) : finishKey)];
    case 'choose':
      return [
        ...node.options.map(({ title, first }) => way(title.source, first ?? next)),
        ...(node.from ? [way(node.from.source, next)] : []),
      ];
    case 'call':
    case 'do':
      return node.hasFailed ? [way('', next), way('failed', node.failed ?? next)] : [way('', next)];
    case 'ask':
      return [way('', next), ...otherwise(dialog.slots.get(node.slot))];
    case 'goto':
      return [way('', node.to)];
    case 'handoff':
      return node.offer ? [way('no, thanks', next)] : [];
    default:
      return [way('', next)];
  }
}

function way(label: string, to: string): Way {
  return { label, to };
}

function otherwise(slot: Slot | undefined): readonly Way[] {
  return slot?.otherwise ? [way('not answered', slot.otherwise)] : [];
}

/** Ways between the same two steps become one. */
function merged(edges: readonly GraphEdge[]): readonly GraphEdge[] {
  const groups = Map.groupBy(edges, ({ from, to }) => `${from}\0${to}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first
      ? [
          {
            ...first,
            label: group
              .map(({ label }) => label)
              .filter(Boolean)
              .join(' / '),
          },
        ]
      : [];
  });
}
