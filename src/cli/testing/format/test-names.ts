/** Names a test may use: those of the bot it tests, and those of the measurement. */

import type { Dialog, Program } from '../../../dialogs/program.ts';
import { nearest } from '../../../errors/nearest.ts';
import type { Problem } from '../../../errors/problem.ts';
import type { Path, YamlDocument } from '../../../files/yaml-document.ts';
import { signals } from '../../../measurement/constants/measures.ts';

export type NameKind =
  | 'dialog'
  | 'action'
  | 'stub'
  | 'slot'
  | 'question'
  | 'goal'
  | 'intent'
  | 'notice'
  | 'place'
  | 'event';

export type TestNames = { readonly [kind in NameKind]: ReadonlySet<string> };

/** Facts that `happens` and `never` know beside burdens, dialogs and actions. */
const plainEvents = ['handoff', 'promise', 'goal'] as const;

export function testNames(program: Program): TestNames {
  const dialogs = [...program.dialogs.values()];
  const slots = dialogs.flatMap((dialog) => [...dialog.slots.keys(), ...savedBy(dialog)]);
  const action = [...program.actions.keys()];
  const dialog = dialogs.map(({ name }) => name);
  return {
    dialog: new Set(dialog),
    action: new Set(action),
    stub: new Set([...action, ...dialog]),
    slot: new Set(slots),
    question: new Set(['confirm', 'choose', 'offer', ...slots]),
    goal: new Set(dialogs.flatMap(({ goal }) => goal?.name ?? [])),
    intent: new Set([...program.starts.keys(), ...program.answers.keys()]),
    notice: new Set(program.notices.keys()),
    place: new Set(dialogs.flatMap(({ name, nodes }) => [name, ...[...nodes.keys()].map((step) => `${name}/${step}`)])),
    event: new Set<string>([...plainEvents, ...signals, ...dialog, ...action]),
  };
}

function savedBy({ nodes }: Dialog): readonly string[] {
  return [...nodes.values()].flatMap((node) => {
    if (node.kind === 'choose') return [node.save];
    if (node.kind === 'do') return node.save === null ? [] : [node.save];
    return node.kind === 'set' ? Object.keys(node.values) : [];
  });
}

type Naming = { readonly document: YamlDocument; readonly names: TestNames | undefined };
type Named = { readonly kind: NameKind; readonly name: string; readonly path: Path; readonly isKey?: boolean };

/** @returns a problem where the bot has no such thing; nothing while the bot itself has errors and its names are not known */
export function checkName({ document, names }: Naming, { kind, name, path, isKey }: Named): readonly Problem[] {
  if (!names || names[kind].has(name)) return [];
  const near = nearest(name, names[kind]);
  const known = [...names[kind]].filter((one) => kind !== 'place' || !one.includes('/')).sort();
  return [
    {
      ...(isKey ? document.placeOfKey(path) : document.place(path)),
      code: 'TEST_UNKNOWN_NAME',
      severity: 'error',
      message: `${kinds[kind]} '${name}'`,
      fix: near
        ? `did you mean '${near}'?`
        : `known here: ${known.slice(0, 12).join(', ')}${known.length > 12 ? ', …' : ''}`,
    },
  ];
}

const kinds: Readonly<Record<NameKind, string>> = {
  dialog: 'there is no dialog',
  action: 'there is no action',
  stub: 'there is neither an action nor a dialog',
  slot: 'no dialog has a slot or value',
  question: 'no dialog has a slot, and no question is of the kind',
  goal: 'no dialog has the goal',
  intent: 'no dialog starts with, and no answer belongs to, the intent',
  notice: 'no dialog starts with the notice',
  place: 'there is no dialog or step',
  event: 'there is no burden, dialog or action',
};
