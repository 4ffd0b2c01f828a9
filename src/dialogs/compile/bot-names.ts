/** Which names exist in a bot, and which of them each dialog sees. */
import type { Names, ValueType } from '../expressions/value-type.ts';
import type { Scope } from '../program.ts';
import type { DialogSource } from './reading/read-dialog.ts';
import { flatten, type StepTree } from './reading/read-steps.ts';
import type { Vocabulary } from './vocabulary.ts';

export type BotNames = {
  readonly dialogs: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
  /** names every dialog sees */
  readonly everywhere: Names;
  /** dialog → names its callers give values to */
  readonly parameters: ReadonlyMap<string, ReadonlySet<string>>;
  /** values that are the same for every conversation */
  readonly constants: Scope;
};

/** What the conversation knows by itself. Kept with the scope that `step` makes. */
const builtIn: readonly (readonly [string, ValueType])[] = [
  ['misses', 'number'],
  ['turn', 'number'],
  ['locale', 'text'],
  ['entryPoint', 'text'],
  ['channel', 'text'],
  ['reason', 'text'],
  ['team', 'text'],
  ['about', 'text'],
  ['topics', 'list'],
];

/** `broken`: names of dialogs in files that could not be read. */
export function botNames(
  dialogs: readonly DialogSource[],
  vocabulary: Vocabulary,
  broken: readonly string[],
): BotNames {
  const shared = dialogs.flatMap((dialog) => [...dialog.slots.values()]).filter(({ head }) => head.shared);
  return {
    dialogs: new Set([...dialogs.map(({ name }) => name), ...broken]),
    vocabulary,
    everywhere: new Map([...builtIn, ...shared.map(({ name, head }) => [name, typeOfSlot(head.type)] as const)]),
    parameters: parametersOf(dialogs),
    constants: { topics: topicsOf(dialogs) },
  };
}

/** Names the expressions and texts of one dialog see. A name that steps set may hold anything. */
export function namesIn(dialog: DialogSource, bot: BotNames): Names {
  const names = new Map(bot.everywhere);
  for (const { name, head } of dialog.slots.values()) names.set(name, typeOfSlot(head.type));
  for (const name of dialog.brokenSlots) names.set(name, 'any');
  for (const name of bot.parameters.get(dialog.name) ?? []) if (!dialog.slots.has(name)) names.set(name, 'any');
  for (const { body } of allSteps(dialog)) for (const name of body.saves ?? []) names.set(name, 'any');
  return names;
}

/** Every step of a dialog, those after a slot's last attempt included. */
export function allSteps(dialog: DialogSource): readonly StepTree[] {
  return flatten([...dialog.steps, ...[...dialog.slots.values()].flatMap(({ otherwise }) => otherwise)]);
}

function typeOfSlot(type: string): ValueType {
  if (type === 'number') return 'number';
  if (type === 'yes_no') return 'yes/no';
  return ['text', 'email', 'phone', 'name', 'date', 'choice'].includes(type) ? 'text' : 'any';
}

function parametersOf(dialogs: readonly DialogSource[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const calls = dialogs.flatMap(allSteps).flatMap(({ body }) => (body.call ? [body.call] : []));
  for (const { dialog, parameters } of calls) found.set(dialog, new Set([...(found.get(dialog) ?? []), ...parameters]));
  return found;
}

/** What the bot can do, in its author's words, for "I can help with …": the first six dialogs a customer can begin. */
function topicsOf(dialogs: readonly DialogSource[]): readonly string[] {
  const begun = dialogs.filter(({ name, head }) => !name.startsWith('on.') && (head.start?.intents.length ?? 0) > 0);
  return begun.flatMap(({ head }) => (head.about === undefined ? [] : [head.about])).slice(0, 6);
}
