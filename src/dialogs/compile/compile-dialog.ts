/** Turns a dialog that was read into a dialog of the program. */
import type { Problem } from '../../errors/problem.ts';
import { toMilliseconds } from '../../files/duration.ts';
import type { Dialog, Goal, Node } from '../program.ts';
import type { Formats } from '../texts/create-formats.ts';
import { type BotNames, namesIn } from './bot-names.ts';
import { experienceProblems } from './checks/experience-problems.ts';
import { flowProblems } from './checks/flow-problems.ts';
import { withOwnNames } from './checks/own-names.ts';
import { compileNodes } from './compile-nodes.ts';
import { compileSlot } from './compile-slot.ts';
import { type Linking, linkAt } from './link.ts';
import type { DialogSource } from './reading/read-dialog.ts';
import type { StepTree } from './reading/read-steps.ts';
import type { Link } from './steps/define-step.ts';

export type CompiledDialog = { readonly dialog: Dialog; readonly problems: readonly Problem[] };

export type Setting = {
  readonly bot: BotNames;
  readonly locale: string;
  readonly formats: Formats;
  readonly intents: readonly string[];
};

/** Compiles a dialog; what is wrong is reported, and the dialog is then not to be run. */
export function compileDialog(source: DialogSource, { bot, locale, formats, intents }: Setting): CompiledDialog {
  const steps = source.allSteps;
  const linking: Linking = {
    source,
    bot,
    locale,
    formats,
    names: namesIn(source, bot),
    stepIds: new Set(steps.filter(({ hasId }) => hasId).map(({ key }) => key)),
    askedSlots: new Set(steps.flatMap(({ body }) => (body.asks === undefined ? [] : [body.asks]))),
    problems: [...source.problems, ...duplicateSteps(source, steps)],
  };
  const dialog = toDialog(linking, intents);
  const isWhole = linking.problems.every(({ severity }) => severity !== 'error');
  if (source.isBuiltIn) return { dialog, problems: linking.problems };
  if (!isWhole) return { dialog, problems: withOwnNames(source, linking.problems) };
  return {
    dialog,
    problems: [...linking.problems, ...flowProblems(source, dialog), ...experienceProblems(source, dialog)],
  };
}

function toDialog(linking: Linking, intents: readonly string[]): Dialog {
  const { head, document, name, steps, slots } = linking.source;
  return {
    name,
    about: head.about === undefined ? null : headLink(linking).text(['about'], head.about),
    where: document.place(['dialog']),
    stage: head.stage ?? null,
    owner: head.owner ?? null,
    authenticates: head.authenticates ?? false,
    expect: expectation(linking),
    goal: goal(linking),
    intents,
    returns: headLink(linking).arguments(['returns'], head.returns),
    silenceMs: head.start?.silence === undefined ? null : toMilliseconds(head.start.silence),
    slots: new Map([...slots].map(([slot, one]) => [slot, compileSlot(linking, one)])),
    nodes: new Map([...compileNodes(linking, steps, null), ...otherwiseNodes(linking)]),
    first: steps[0]?.key ?? null,
  };
}

function headLink(linking: Linking): Link {
  return linkAt(linking, { path: [], first: () => null });
}

function expectation({ source: { head } }: Linking): Dialog['expect'] {
  if (!head.expect) return null;
  const { turns, time } = head.expect;
  return {
    ...(turns === undefined ? {} : { turns }),
    ...(time === undefined ? {} : { seconds: toMilliseconds(time) / 1000 }),
  };
}

function goal(linking: Linking): Goal | null {
  const { head } = linking.source;
  if (!head.goal) return null;
  const { name, verify } = head.goal;
  if (!verify) return { name, verify: null };
  const link = linkAt(linking, { path: ['goal', 'verify'], first: () => null });
  link.known('action', ['by'], verify.by);
  return {
    name,
    verify: {
      action: verify.by,
      with: link.arguments(['with'], verify.with, link.inputOf(verify.by)),
      withinMs: toMilliseconds(verify.within),
    },
  };
}

/** What follows a slot's last attempt goes on behind the question, if there is a value now; the dialog cannot go on without. */
function otherwiseNodes(linking: Linking): readonly (readonly [string, Node])[] {
  return [...linking.source.slots.values()].flatMap((slot) => {
    if (slot.otherwise.length === 0) return [];
    const { file, line } = linking.source.document.placeOfKey(['slots', slot.name, 'otherwise']);
    const key = `slots.${slot.name}.unanswered`;
    const ref = { dialog: linking.source.name, step: key, file, line };
    const last: Node = { kind: 'unanswered', slot: slot.name, ref, next: null };
    return [...compileNodes(linking, slot.otherwise, key), [key, last] as const];
  });
}

function duplicateSteps({ document }: DialogSource, steps: readonly StepTree[]): readonly Problem[] {
  const first = new Map<string, StepTree>();
  return steps
    .filter(({ hasId }) => hasId)
    .flatMap((step) => {
      const known = first.get(step.key);
      if (!known) first.set(step.key, step);
      if (!known) return [];
      const { file, line, column } = document.place([...known.path, 'id']);
      return [
        {
          ...document.place([...step.path, 'id']),
          code: 'DIALOG_STEP_DUPLICATE',
          severity: 'error',
          message: `another step of this dialog has the id '${step.key}' already`,
          fix: 'give each step an id of its own',
          related: [{ file, line, column, message: 'the first one' }],
        },
      ];
    });
}
