/** The names a bot has, for editors to offer: each with what it is for. */
import { slotTypes } from '../../dialogs/answers/read-slot.ts';
import type { Dialog, Node } from '../../dialogs/program.ts';
import type { EditorNames } from '../../files/schema/editor-schema.ts';
import type { ReadBot } from '../bot/read-bot.ts';

export function editorNames({ draft: { dialogs }, intents, actions, config }: ReadBot): EditorNames {
  const all = [...dialogs.values()];
  const own = all.filter(({ where }) => where.file.startsWith('dialogs/'));
  const nodes = own.flatMap((dialog) => [...dialog.nodes.values()]);
  return {
    actions: mapOf([...actions.specs.keys()].map((name) => [name, ''])),
    dialogs: mapOf(all.map(({ name, about }) => [name, about?.source ?? ''])),
    intents: mapOf([...intents.intents].map(([name, { about }]) => [name, about ?? ''])),
    owners: namesOf([...own.map(({ owner }) => owner), ...nodes.map(ownerOf)]),
    services: namesOf(Object.keys(config.services)),
    slots: slotsOf(own),
    stages: namesOf(own.map(({ stage }) => stage)),
    steps: stepsOf(own),
    teams: namesOf(nodes.map((node) => (node.kind === 'handoff' ? node.team : null))),
    types: namesOf([...slotTypes, ...intents.entityTypes]),
  };
}

function ownerOf(node: Node): string | null {
  return node.kind === 'refuse' ? node.owner : null;
}

function slotsOf(dialogs: readonly Dialog[]): ReadonlyMap<string, string> {
  const declared = dialogs.flatMap((dialog) => [...dialog.slots.values()].map((slot) => ({ slot, in: dialog.name })));
  const byName = Map.groupBy(declared, ({ slot }) => slot.name);
  return mapOf(
    [...byName].map(([name, found]) => [name, `${found[0]?.slot.type} in ${found.map((one) => one.in).join(', ')}`]),
  );
}

/** Steps that have a name of their author's. */
function stepsOf(dialogs: readonly Dialog[]): ReadonlyMap<string, string> {
  const named = dialogs.flatMap((dialog) =>
    [...dialog.nodes.keys()].filter((key) => !/(^|\.)\d+$/.test(key)).map((key) => [key, `in ${dialog.name}`] as const),
  );
  return mapOf(named);
}

function namesOf(names: readonly (string | null)[]): ReadonlyMap<string, string> {
  return mapOf(names.flatMap((name) => (name === null ? [] : [[name, ''] as const])));
}

function mapOf(entries: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  return new Map(entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
