/** What is wrong with the way dialogs begin: nothing begins them, they call each other in a circle, or none leads to a person. */
import type { Problem, Related } from '../../../errors/problem.ts';
import type { Path } from '../../../files/yaml-document.ts';
import { systemIntents } from '../../defaults/system.ts';
import type { Dialog } from '../../program.ts';
import type { DialogSource } from '../reading/read-dialog.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { exitsOf } from './exits-of.ts';

export type Beginnings = {
  readonly dialogs: readonly DialogSource[];
  /** by name, as compiled */
  readonly compiled: ReadonlyMap<string, Dialog>;
  readonly vocabulary: Vocabulary;
  /** every file could be read; one that could not may call what seems unused */
  readonly isWhole: boolean;
  /** intent → dialog that starts with it */
  readonly starts: ReadonlyMap<string, string>;
};

export function callProblems(bot: Beginnings): readonly Problem[] {
  const calls = callsIn(bot.dialogs);
  return [...(bot.isWhole ? unused(bot, calls) : []), ...cycles(bot, calls), ...personOutOfReach(bot)];
}

type Call = { readonly from: DialogSource; readonly to: string; readonly key: string; readonly path: Path };

function callsIn(dialogs: readonly DialogSource[]): readonly Call[] {
  return dialogs.flatMap((from) =>
    from.allSteps.flatMap(({ body, key, path }) =>
      body.call ? [{ from, to: body.call.dialog, key, path: [...path, 'call'] }] : [],
    ),
  );
}

function unused({ dialogs }: Beginnings, calls: readonly Call[]): readonly Problem[] {
  const called = new Set(calls.filter(({ from, to }) => from.name !== to).map(({ to }) => to));
  const idle = dialogs.filter(
    ({ name, head, isBuiltIn }) =>
      !isBuiltIn && name !== '' && !name.startsWith('on.') && head.start === undefined && !called.has(name),
  );
  return idle.map(({ name, document }) => ({
    ...document.place(['dialog']),
    code: 'DIALOG_UNUSED',
    severity: 'warning',
    message: `nothing begins the dialog '${name}': it has no 'start', and no dialog calls it`,
    fix: "add 'start: { intents: […] }', or call it from another dialog",
  }));
}

/** Each circle once, at the call that closes it. */
function cycles({ compiled }: Beginnings, calls: readonly Call[]): readonly Problem[] {
  const reported = new Set<string>();
  return calls.flatMap((call) => {
    const way = reported.has(call.from.name) ? undefined : wayBack(call, calls);
    if (!way) return [];
    for (const one of way) reported.add(one.from.name);
    return [
      cycle(
        way,
        way.every((one) => isUnavoidable(compiled.get(one.from.name), one.key)),
      ),
    ];
  });
}

/** Calls that lead from a call back to the dialog it stands in, itself first. */
function wayBack(call: Call, calls: readonly Call[], seen: readonly string[] = []): readonly Call[] | undefined {
  const home = seen[0] ?? call.from.name;
  if (call.to === home) return [call];
  if (seen.includes(call.to)) return undefined;
  for (const next of calls.filter(({ from }) => from.name === call.to)) {
    const rest = wayBack(next, calls, seen.length === 0 ? [home, call.to] : [...seen, call.to]);
    if (rest) return [call, ...rest];
  }
  return undefined;
}

function cycle(way: readonly Call[], isCertain: boolean): Problem {
  const [first, ...others] = way;
  const names = way.map(({ from }) => `'${from.name}'`);
  const where = first?.from.document.place(first.path);
  return {
    ...(where ?? { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 }),
    code: 'DIALOG_CALL_CYCLE',
    severity: isCertain ? 'error' : 'warning',
    message: `${names.length === 1 ? `${names[0]} calls itself` : `${names.join(' calls ')} calls ${names[0]} again`}${isCertain ? ', for ever' : ''}`,
    fix: 'end one of these dialogs instead of calling, or lead back within one dialog by goto',
    related: others.map(relatedCall),
  };
}

function relatedCall({ from, path, to }: Call): Related {
  const { file, line, column } = from.document.place(path);
  return { file, line, column, message: `'${from.name}' calls '${to}' here` };
}

/** Whether a dialog cannot end without coming through this step. */
function isUnavoidable(dialog: Dialog | undefined, step: string): boolean {
  const seen = new Set([step]);
  const open = [dialog?.first ?? null];
  while (open.length > 0) {
    const key = open.pop() ?? null;
    const node = key === null ? undefined : dialog?.nodes.get(key);
    if (!node || key === null) return false;
    if (!seen.has(key)) open.push(...exitsOf(node));
    seen.add(key);
  }
  return true;
}

function isWishForPerson(intent: string): boolean {
  return systemIntents['on.human']?.includes(intent) ?? false;
}

function personOutOfReach({ dialogs, vocabulary: { intents }, starts }: Beginnings): readonly Problem[] {
  const [first] = intents.values();
  const leads = [...starts].some(([intent, dialog]) => dialog === 'on.human' || isWishForPerson(intent));
  if (!first || leads) return [];
  const hasHandoff = dialogs.some((one) => !one.isBuiltIn && one.allSteps.some(({ body }) => body.isHandoff));
  const place = dialogs.find(({ name, isBuiltIn }) => name === 'on.human' && !isBuiltIn)?.document.place(['dialog']);
  return [
    {
      ...(place ?? { ...first, line: 1, column: 1, endLine: 1, endColumn: 1 }),
      code: 'PERSON_OUT_OF_REACH',
      severity: hasHandoff ? 'hint' : 'warning',
      message: 'a customer who asks for a person is not understood: no intent leads to one',
      fix: `declare the intent '${systemIntents['on.human']?.[0]}' with phrases such as "I want to talk to a person"`,
    },
  ];
}
