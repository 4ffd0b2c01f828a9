/**
 * Edits a bot as its authors would over a year: steps removed, added, reordered and named, questions reworded, slots renamed and given other types,
 * dialogs renamed and removed. What an edit breaks so that the bot would not start is taken back, file by file.
 */
import { parseAllDocuments, stringify } from 'yaml';
import type { CompiledBot } from '../../src/dialogs/compile/compile-bot.ts';
import type { SourceFile } from '../../src/files/source-file.ts';

export type Edited = {
  readonly files: readonly SourceFile[];
  readonly program: NonNullable<CompiledBot['program']>;
  readonly edits: number;
};

type Compile = (files: readonly SourceFile[]) => CompiledBot;
type Dialog = {
  dialog: string;
  slots?: Record<string, Record<string, unknown>>;
  steps: Step[];
  [key: string]: unknown;
};
type Step = Record<string, unknown> | string;

/** @param unit 0 ≤ unit < 1: the same numbers make the same edits */
export function editBot(files: readonly SourceFile[], compile: Compile, unit: () => number): Edited {
  const called = new Set(files.flatMap(({ text }) => [...text.matchAll(/call: ([\w.-]+)/g)].map(([, name]) => name)));
  const whole = unit() < 0.4 ? retypeShared(files) : files;
  let edited = whole.flatMap((file) => (isDialogFile(file) ? editFile(file, called, unit) : [file]));
  for (let round = 0; round < 8; round++) {
    const { program, problems } = compile(edited);
    if (program) return { files: edited, program, edits: countEdits(files, edited) };
    const broken = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
    edited = round < 6 ? edited.map((file) => (broken.has(file.path) ? original(whole, file) : file)) : [...whole];
    for (const file of whole)
      if (broken.has(file.path) && !edited.some(({ path }) => path === file.path)) edited.push(file);
  }
  throw new Error('the files as they were do not compile');
}

/** A shared slot is of one type in the whole bot. */
function retypeShared(files: readonly SourceFile[]): readonly SourceFile[] {
  return files.map((file) =>
    isDialogFile(file) ? { ...file, text: file.text.replaceAll('type: order_number', 'type: text') } : file,
  );
}

function original(files: readonly SourceFile[], file: SourceFile): SourceFile {
  return files.find(({ path }) => path === file.path) ?? file;
}

function countEdits(before: readonly SourceFile[], after: readonly SourceFile[]): number {
  const texts = new Map(before.map(({ path, text }) => [path, text]));
  const kept = new Set(after.map(({ path }) => path));
  return (
    after.filter(({ path, text }) => texts.get(path) !== text).length +
    before.filter(({ path }) => !kept.has(path)).length
  );
}

function isDialogFile({ path }: SourceFile): boolean {
  return path.startsWith('dialogs/') && !path.startsWith('dialogs/tests/');
}

function editFile(
  file: SourceFile,
  called: ReadonlySet<string | undefined>,
  unit: () => number,
): readonly SourceFile[] {
  const dialogs = parseAllDocuments(file.text).flatMap((document): Dialog[] => {
    const value: unknown = document.toJS();
    return isDialog(value) ? [value] : [];
  });
  if (unit() < 0.1 && dialogs.every(({ dialog }) => !called.has(dialog))) return [];
  for (const dialog of dialogs) {
    const edits = Math.floor(unit() * 4);
    for (let edit = 0; edit < edits; edit++) editDialog(dialog, unit, called.has(dialog.dialog));
  }
  const texts = dialogs.map((dialog) => renamed(stringify(dialog), dialog, unit));
  return [{ path: file.path, text: texts.join('---\n') }];
}

function isDialog(value: unknown): value is Dialog {
  return (
    typeof value === 'object' && value !== null && 'dialog' in value && 'steps' in value && Array.isArray(value.steps)
  );
}

function editDialog(dialog: Dialog, unit: () => number, isCalled: boolean): void {
  const lists = listsBelow(dialog.steps);
  const steps = lists[Math.floor(unit() * lists.length)] ?? dialog.steps;
  const n = Math.floor(unit() * steps.length);
  const step = steps[n];
  const slots = Object.values(dialog.slots ?? {});
  const edits: readonly (() => void)[] = [
    () => void steps.splice(n, 1),
    () => void steps.splice(n, 0, { say: 'One thing before that.' }),
    () => void steps.splice(n, 2, ...steps.slice(n, n + 2).reverse()),
    () => {
      if (typeof step === 'object') step['id'] = `step-${Math.floor(unit() * 1_000)}`;
    },
    () => {
      if (typeof step === 'object' && typeof step['confirm'] === 'string') step['confirm'] += ' Please say yes or no.';
    },
    () => {
      const slot = slots[Math.floor(unit() * slots.length)];
      if (slot && slot['type'] !== 'choice' && slot['shared'] !== true)
        slot['type'] = ['text', 'number', 'name', 'yes_no'][Math.floor(unit() * 4)];
    },
    () => {
      const slot = slots[Math.floor(unit() * slots.length)];
      if (slot) slot['ask'] = 'In other words: what is it?';
    },
    () => {
      if (!isCalled && !dialog.dialog.startsWith('on.')) dialog.dialog += '-new';
    },
    () => {
      if (typeof dialog['goal'] === 'object') dialog['goal'] = { name: 'another-goal' };
    },
  ];
  edits[Math.floor(unit() * edits.length)]?.();
}

/** Every list of steps of a dialog, those of branches too. */
function listsBelow(value: unknown): Step[][] {
  if (Array.isArray(value)) return [value, ...value.flatMap(listsBelow)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listsInside) : [];
}

function listsInside(value: unknown): Step[][] {
  const isSteps = Array.isArray(value) && value.every((one) => typeof one === 'object');
  return isSteps ? listsBelow(value) : [];
}

function renamed(text: string, { slots }: Dialog, unit: () => number): string {
  const local = Object.entries(slots ?? {}).filter(([, slot]) => slot['shared'] !== true);
  const [name] = local[Math.floor(unit() * local.length)] ?? [];
  return name === undefined || unit() > 0.2 ? text : text.replace(new RegExp(`\\b${name}\\b`, 'g'), `${name}_new`);
}
