/** Reads one dialog: its head, slots and steps in their form, before names are known. */
import type { Problem } from '../../../errors/problem.ts';
import { checkShape, valueAt } from '../../../files/check-shape.ts';
import type { YamlDocument } from '../../../files/yaml-document.ts';
import { systemDialogs } from '../../defaults/system.ts';
import { type DialogHead, dialogSchema, type SlotHead, slotSchema } from '../language/dialog-schema.ts';
import { variable } from '../language/pieces.ts';
import { flatten, readSteps, type StepTree } from './read-steps.ts';

export type SlotSource = { readonly name: string; readonly head: SlotHead; readonly otherwise: readonly StepTree[] };

export type DialogSource = {
  readonly name: string;
  readonly document: YamlDocument;
  readonly head: DialogHead;
  readonly slots: ReadonlyMap<string, SlotSource>;
  /** declared, though perhaps not as it should be */
  readonly hasGoal: boolean;
  /** keys that may stand there misspelt: the head has unknown keys, and none of these */
  readonly lost: ReadonlySet<string>;
  /** slots whose form is wrong: known by name only */
  readonly brokenSlots: ReadonlySet<string>;
  readonly steps: readonly StepTree[];
  /** those within steps and after a slot's last attempt included, each before its branches */
  readonly allSteps: readonly StepTree[];
  readonly problems: readonly Problem[];
  /** built in: shipped with the framework, not written by the bot's author */
  readonly isBuiltIn: boolean;
};

/** Reads a dialog. What is wrong is reported; the rest is read all the same, so that every mistake is found at once. */
export function readDialog(document: YamlDocument, isBuiltIn: boolean): DialogSource {
  const { value, problems: found } = checkShape(document, dialogSchema);
  const problems: Problem[] = [...found];
  const name = nameOf(document);
  const slots = readSlots(document, problems);
  const lost = lostKeys(document);
  const steps = readSteps({ document, problems }, ['steps'], '');
  return {
    name,
    document,
    head: value ?? rightParts(document, name),
    hasGoal: lost.has('goal') || valueAt(document.value, ['goal']) !== undefined,
    lost,
    slots: new Map(slots.map((slot) => [slot.name, slot])),
    brokenSlots: new Set(slotNames(document).filter((slot) => !slots.some((known) => known.name === slot))),
    steps,
    allSteps: flatten([...steps, ...slots.flatMap(({ otherwise }) => otherwise)]),
    problems,
    isBuiltIn,
  };
}

/** A dialog whose name cannot be read is known by the name of its file, so that no call of it seems wrong. */
function nameOf(document: YamlDocument): string {
  const name = dialogSchema.shape.dialog.safeParse(valueAt(document.value, ['dialog'])).data;
  return name ?? nameOfFile(document.file);
}

/** Dialogs of the framework that a bot replaces stand in a folder `system` without their `on.`. */
function nameOfFile(file: string): string {
  const [, folder, name = ''] = /([^/]+\/)?([^/]+)\.ya?ml$/.exec(file) ?? [];
  const system = `on.${name.replaceAll('-', '_')}`;
  return folder === 'system/' && systemDialogs.text.includes(`dialog: ${system}\n`) ? system : name;
}

function lostKeys({ value }: YamlDocument): ReadonlySet<string> {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const isUnknown = keys.some((key) => !Object.hasOwn(dialogSchema.shape, key));
  return new Set(isUnknown ? ['goal', 'slots', 'steps'].filter((key) => !keys.includes(key)) : []);
}

/** Of a head with mistakes, what is right in it. */
function rightParts(document: YamlDocument, name: string): DialogHead {
  const { dialog: _, steps: __, ...optional } = dialogSchema.shape;
  const right = Object.entries(optional).filter(
    ([key, schema]) => schema.safeParse(valueAt(document.value, [key])).success,
  );
  const entries = right.map(([key]) => [key, valueAt(document.value, [key])]);
  return { ...dialogSchema.parse({ dialog: 'unnamed', steps: [], ...Object.fromEntries(entries) }), dialog: name };
}

function slotNames(document: YamlDocument): readonly string[] {
  const slots = valueAt(document.value, ['slots']);
  return typeof slots === 'object' && slots !== null && !Array.isArray(slots) ? Object.keys(slots) : [];
}

function readSlots(document: YamlDocument, problems: Problem[]): readonly SlotSource[] {
  return slotNames(document).flatMap((name) => {
    const { value: head, problems: found } = checkShape(document, slotSchema, ['slots', name]);
    problems.push(...found, ...nameProblems(document, name));
    const otherwise = readSteps({ document, problems }, ['slots', name, 'otherwise'], `slots.${name}.otherwise.`);
    return head ? [{ name, head, otherwise }] : [];
  });
}

function nameProblems(document: YamlDocument, name: string): readonly Problem[] {
  if (variable.safeParse(name).success) return [];
  return [
    {
      ...document.placeOfKey(['slots', name]),
      code: 'SCHEMA_INVALID',
      severity: 'error',
      message: `'${name}' cannot be used as a name in expressions and texts`,
      fix: `use letters, digits and _, beginning with a letter, as in '${name.replace(/\W+/g, '_').replace(/^(?=\d|$)/, 'slot_')}'`,
    },
  ];
}
