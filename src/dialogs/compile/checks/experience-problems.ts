/** What customers would suffer from although every step is valid: silence, questions that are none, refusals that leave them alone. */
import { countWords } from '../../../errors/count-words.ts';
import type { Problem } from '../../../errors/problem.ts';
import type { Path } from '../../../files/yaml-document.ts';
import type { Dialog, Node } from '../../program.ts';
import type { DialogSource } from '../reading/read-dialog.ts';
import { exitsOf } from './exits-of.ts';
import { generousExpectation } from './generous-expectation.ts';
import { knownQuestions } from './known-questions.ts';

/** Findings in a dialog whose steps are all valid. Those of the framework are not looked at: they end in ways of their own. */
export function experienceProblems(source: DialogSource, dialog: Dialog): readonly Problem[] {
  if (source.name.startsWith('on.')) return [];
  return [
    ...deadEnds(source, dialog),
    ...knownQuestions(source, dialog),
    ...endlessAsks(source, dialog),
    ...refusalsAlone(source, dialog),
    ...unverifiedGoal(source),
    ...generousExpectation(source),
    ...unusedSlots(source),
  ];
}

/** A customer's message and where it leads. */
type Turn = { readonly path: Path; readonly to: string | null; readonly said: string };

/** A dialog that others call may well end in silence: its caller goes on. */
function deadEnds(source: DialogSource, dialog: Dialog): readonly Problem[] {
  if (dialog.intents.length === 0 || dialog.first === null) return [];
  const steps = new Map(source.allSteps.map((step) => [step.key, step.path]));
  const turns = [...dialog.nodes].flatMap(([key, node]) => turnsAt(node, steps.get(key) ?? []));
  const begin = { path: ['dialog'], to: dialog.first, said: 'the wish that starts this dialog' };
  return [begin, ...turns].flatMap((turn) => (endsSilently(dialog, turn.to) ? [deadEnd(source, turn)] : []));
}

function turnsAt(node: Node, path: Path): readonly Turn[] {
  const { next } = node;
  if (node.kind === 'ask') return [{ path: [...path, 'ask'], to: next, said: 'the answer' }];
  if (node.kind === 'handoff' && node.offer)
    return [{ path: [...path, 'handoff'], to: next, said: "'no' to this offer" }];
  if (node.kind === 'choose') {
    return node.options.map(({ first, title }, n) => ({
      path: [...path, 'choose', 'options', n],
      to: first ?? next,
      said: `the choice '${title.source}'`,
    }));
  }
  if (node.kind !== 'confirm') return [];
  const yes = { path: [...path, node.yes === null ? 'confirm' : 'yes'], to: node.yes ?? next, said: "'yes'" };
  const no = { path: [...path, 'no'], to: node.no ?? next, said: "'no'" };
  return node.hasNo ? [yes, no] : [yes];
}

/** Whether a way leads to the end on which nothing is said. An action that fails without steps for it is spoken of by `on.error`. */
function endsSilently(dialog: Dialog, from: string | null): boolean {
  const seen = new Set<string>();
  const open = [from];
  while (open.length > 0) {
    const key = open.pop() ?? null;
    const node = key === null ? undefined : dialog.nodes.get(key);
    if (!node || key === null) return true;
    if (!seen.has(key) && isSilent(node)) open.push(...exitsOf(node));
    seen.add(key);
  }
  return false;
}

const silentKinds: readonly Node['kind'][] = [
  'if',
  'set',
  'goto',
  'do',
  'refuse',
  'promise',
  'goal',
  'resolution',
  'wait',
  'end',
];

function isSilent({ kind }: Node): boolean {
  return silentKinds.includes(kind);
}

function deadEnd({ document }: DialogSource, { path, said }: Turn): Problem {
  return {
    ...document.placeOfKey(path),
    code: 'DIALOG_DEAD_END',
    severity: 'warning',
    message: `after ${said} the dialog can end without a word`,
    fix: "say what happened, or what else you can do, with 'say: …'",
  };
}

function endlessAsks({ document, slots }: DialogSource, dialog: Dialog): readonly Problem[] {
  return [...dialog.slots.values()].flatMap(({ name, otherwise }) => {
    const again = otherwise === null ? undefined : firstQuestions(dialog, otherwise).find((node) => asks(node, name));
    if (!again || !slots.get(name)?.otherwise.length) return [];
    return [
      {
        ...document.placeOfKey(['slots', name, 'otherwise']),
        code: 'DIALOG_ASK_ENDLESS',
        severity: 'warning',
        message: `after the last attempt this asks for '${name}' again, so a customer who cannot answer never gets out`,
        fix: "end it with a 'handoff', or ask with 'confirm' whether to go on",
        related: [{ file: again.ref.file, line: again.ref.line, column: 1, message: 'it is asked again here' }],
      },
    ];
  });
}

function asks(node: Node, slot: string): boolean {
  return node.kind === 'ask' && node.slot === slot;
}

/** The steps from which on a way waits for the customer, or for a person. */
function firstQuestions(dialog: Dialog, from: string): readonly Node[] {
  const seen = new Set<string>();
  const found: Node[] = [];
  const open: (string | null)[] = [from];
  while (open.length > 0) {
    const key = open.pop() ?? null;
    const node = key === null || seen.has(key) ? undefined : dialog.nodes.get(key);
    if (!node || key === null) continue;
    seen.add(key);
    if (node.kind === 'say' || node.kind === 'call' || isSilent(node)) open.push(...exitsOf(node));
    else found.push(node);
  }
  return found;
}

function refusalsAlone(source: DialogSource, dialog: Dialog): readonly Problem[] {
  return source.allSteps.flatMap(({ key, path }) => {
    const node = dialog.nodes.get(key);
    if (node?.kind !== 'refuse' || reachesPerson(dialog, key)) return [];
    return [
      {
        ...source.document.placeOfKey([...path, 'refuse']),
        code: 'DIALOG_REFUSAL_ALONE',
        severity: 'warning',
        message: 'after this refusal no way leads to a person',
        fix: "offer one: 'handoff: { reason: …, offer: true }'",
      },
    ];
  });
}

function reachesPerson(dialog: Dialog, from: string): boolean {
  const seen = new Set<string>();
  const open: (string | null)[] = [from];
  while (open.length > 0) {
    const key = open.pop() ?? null;
    const node = key === null || seen.has(key) ? undefined : dialog.nodes.get(key);
    if (!node || key === null) continue;
    if (node.kind === 'handoff' || node.kind === 'call') return true;
    seen.add(key);
    open.push(...exitsOf(node));
  }
  return false;
}

/** A shared slot may be declared only to be known to texts; one of its own that nothing names is for nothing. */
function unusedSlots({ document, slots, allSteps }: DialogSource): readonly Problem[] {
  const asked = new Set(allSteps.map(({ body }) => body.asks));
  const own = [...slots.values()].filter(({ name, head }) => !head.shared && !asked.has(name));
  if (own.length === 0) return [];
  const count = countWords({ texts: [JSON.stringify(document.value)], form: /[\p{L}\p{N}_-]+/gu });
  return own
    .filter(({ name }) => count.name(name) <= 1)
    .map(({ name }) => ({
      ...document.placeOfKey(['slots', name]),
      code: 'DIALOG_SLOT_UNUSED',
      severity: 'warning',
      message: `the slot '${name}' is neither asked for nor used`,
      fix: `ask for it with 'ask: ${name}', or remove it`,
    }));
}

function unverifiedGoal({ document, head: { goal } }: DialogSource): readonly Problem[] {
  if (!goal || goal.verify !== undefined) return [];
  return [
    {
      ...document.place(['goal', 'name']),
      code: 'DIALOG_GOAL_UNVERIFIED',
      severity: 'hint',
      message: `nobody ever looks whether the goal '${goal.name}' was really reached`,
      fix: "add 'verify: { by: ACTION, within: 1d }', or 'verify: false' where there is nothing to look up",
    },
  ];
}
