/** Which names exist in a bot, and which of them each dialog sees. */
import { valueAt } from '../../files/check-shape.ts';
import { systemDialogs } from '../defaults/system.ts';
import { compileExpression } from '../expressions/compile-expression.ts';
import type { Shape } from '../expressions/shape.ts';
import { anything, either, type Names, shapeOf, typeOfKind, type ValueType } from '../expressions/value-type.ts';
import type { DialogSource, SlotSource } from './reading/read-dialog.ts';
import type { Saved } from './steps/define-step.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What other dialogs see of a dialog. @property slots `undefined` where its file could not be read */
export type Face = { readonly slots: { readonly [slot: string]: Shape } | undefined; readonly returns: ValueType };

export type BotNames = {
  readonly dialogs: ReadonlyMap<string, Face>;
  readonly vocabulary: Vocabulary;
  /** names every dialog sees */
  readonly everywhere: Names;
  /** dialog → names its callers give values to */
  readonly parameters: ReadonlyMap<string, ReadonlySet<string>>;
};

const text: Shape = { is: 'text' };

/** Claims of a user token. */
const customer: Shape = {
  is: 'map',
  fields: { name: text, email: text, locale: text, segment: text },
  optional: [],
  isOpen: false,
};

/** What the conversation knows by itself. Kept with the scope that `step` makes. */
const builtIn: readonly (readonly [string, ValueType])[] = [
  ['misses', { is: 'number' }],
  ['turn', { is: 'number' }],
  ['locale', text],
  ['entryPoint', text],
  ['channel', text],
  ['customer', customer],
  ['reason', text],
  ['team', text],
  ['about', text],
  ['topics', { is: 'list', of: text }],
];

/** What the framework tells its own dialogs when it enters them. */
const told: Readonly<Record<string, readonly (readonly [string, ValueType])[]>> = {
  'on.error': [['failed', text]],
  'on.cancel': [['remaining', text]],
  'on.interruption': [['begin', text]],
  'on.next': [['begin', text]],
  'on.clarify': [['candidates', typeOfKind('list')]],
  'on.queued': [
    ['position', { is: 'number' }],
    ['minutes', { is: 'number' }],
  ],
  'on.returned': [['solved', text]],
  'on.accepted': [['name', text]],
  'on.closed': [['opens', text]],
  'on.language': [
    ['language', text],
    ['languages', { is: 'list', of: text }],
  ],
  'on.survey': [['item', text]],
  'on.file': [['files', { is: 'number' }]],
  'on.correction': [
    ['value', anything],
    ['old', anything],
    ['late', { is: 'yes/no' }],
  ],
};

/** A misspelt name of a system dialog is told as such, and not at each of the names it would be told. */
function toldTo(dialog: string): readonly (readonly [string, ValueType])[] {
  const isMisspelt = dialog.startsWith('on.') && !systemDialogs.text.includes(`dialog: ${dialog}\n`);
  return isMisspelt ? Object.values(told).flat() : (told[dialog] ?? []);
}

/** `broken`: names of dialogs in files that could not be read. */
export function botNames(
  dialogs: readonly DialogSource[],
  vocabulary: Vocabulary,
  broken: readonly string[],
): BotNames {
  const shared = dialogs.flatMap((dialog) => [...dialog.slots.values()]).filter(({ head }) => head.shared);
  const names = {
    dialogs: facesOf(dialogs, broken),
    vocabulary,
    everywhere: new Map([
      ...builtIn,
      ...parametersLost(dialogs).map((name) => [name, anything] as const),
      ...shared.map(({ name, head }) => [name, typeOfSlot(head.type)] as const),
    ]),
    parameters: parametersOf(dialogs),
  };
  return withReturns(names, dialogs);
}

const unreadable: Face = { slots: undefined, returns: anything };

function facesOf(dialogs: readonly DialogSource[], broken: readonly string[]): ReadonlyMap<string, Face> {
  const seen = dialogs.map(
    ({ name, slots }) => [name, { slots: shapesOf([...slots.values()]), returns: anything }] as const,
  );
  return new Map([...broken.map((name) => [name, unreadable] as const), ...seen]);
}

function shapesOf(slots: readonly SlotSource[]): { readonly [slot: string]: Shape } {
  return Object.fromEntries(slots.map(({ name, head }) => [name, shapeOf(typeOfSlot(head.type))] as const));
}

/** Dialogs that return what others returned to them, as deep as this. */
const deepestReturn = 3;

/** What a dialog returns may depend on what another returns: those are looked at until nothing new is learned. */
function withReturns(bot: BotNames, dialogs: readonly DialogSource[]): BotNames {
  const returning = dialogs.filter(({ head }) => head.returns !== undefined);
  let names = bot;
  for (let depth = 0; depth < deepestReturn && returning.length > 0; depth++) {
    const found = returning.map((source) => [source.name, faceOf(source, names)] as const);
    names = { ...names, dialogs: new Map([...names.dialogs, ...found]) };
  }
  return names;
}

function faceOf(source: DialogSource, bot: BotNames): Face {
  const names = namesIn(source, bot);
  const fields = Object.entries(source.head.returns ?? {}).map(
    ([name, value]) => [name, shapeOf(typeOfValue(value, names))] as const,
  );
  const returns: ValueType = { is: 'map', fields: Object.fromEntries(fields), optional: [], isOpen: false };
  return { slots: shapesOf([...source.slots.values()]), returns };
}

/** Names the expressions and texts of one dialog see. A name that several steps give values of different types may hold anything. */
export function namesIn(dialog: DialogSource, bot: BotNames): Names {
  const names = new Map([...bot.everywhere, ...toldTo(dialog.name)]);
  const declared = new Set([...dialog.slots.keys(), ...dialog.brokenSlots]);
  for (const { name, head } of dialog.slots.values()) names.set(name, typeOfSlot(head.type));
  for (const name of dialog.brokenSlots) names.set(name, anything);
  for (const name of bot.parameters.get(dialog.name) ?? []) if (!declared.has(name)) names.set(name, anything);
  const saved = dialog.allSteps.flatMap(({ body }) => body.saves ?? []);
  for (const { name } of saved) if (!declared.has(name)) names.set(name, anything);
  for (const name of new Set(saved.map((one) => one.name))) {
    if (declared.has(name) || bot.parameters.get(dialog.name)?.has(name)) continue;
    const types = saved.filter((one) => one.name === name).map((one) => typeOfSaved(one, { names, bot }));
    names.set(name, either(types));
  }
  return names;
}

type Known = { readonly names: Names; readonly bot: BotNames };

function typeOfSaved({ type }: Saved, { names, bot }: Known): ValueType {
  if ('is' in type) return type;
  if ('expression' in type) return typeOfValue(type.expression, names);
  if (type.resultOf === 'action') return bot.vocabulary.actions.get(type.name)?.output ?? anything;
  return bot.dialogs.get(type.name)?.returns ?? anything;
}

function typeOfValue(source: unknown, names: Names): ValueType {
  if (typeof source === 'number') return { is: 'number' };
  if (typeof source === 'boolean') return { is: 'yes/no' };
  if (source === null) return { is: 'null' };
  if (typeof source !== 'string') return anything;
  const place = () => ({ file: '', line: 1, column: 1, endLine: 1, endColumn: 1 });
  const { type, problems } = compileExpression({ source, place, names });
  return problems.length === 0 ? type : anything;
}

/** What a slot of a type holds. */
function typeOfSlot(type: string): ValueType {
  if (type === 'number') return { is: 'number' };
  if (type === 'yes_no') return { is: 'yes/no' };
  return ['text', 'email', 'phone', 'name', 'date', 'choice'].includes(type) ? text : anything;
}

function parametersOf(dialogs: readonly DialogSource[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const calls = dialogs.flatMap(({ allSteps }) => allSteps).flatMap(({ body }) => (body.call ? [body.call] : []));
  for (const { dialog, values } of calls)
    found.set(dialog, new Set([...(found.get(dialog) ?? []), ...Object.keys(values)]));
  return found;
}

/** What calls that cannot be read would give, to whatever dialog they call. */
function parametersLost(dialogs: readonly DialogSource[]): readonly string[] {
  return dialogs.flatMap((dialog) =>
    dialog.allSteps.flatMap(({ body, path }) =>
      body.isUnreadable ? Object.keys(Object(valueAt(dialog.document.value, [...path, 'with']))) : [],
    ),
  );
}
