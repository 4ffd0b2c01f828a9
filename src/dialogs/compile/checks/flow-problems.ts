/** What is wrong with the way through a dialog: steps never reached, loops without a way out, goals never reached. */
import type { Problem } from '../../../errors/problem.ts';
import type { Dialog } from '../../program.ts';
import type { DialogSource } from '../reading/read-dialog.ts';
import type { StepTree } from '../reading/read-steps.ts';
import { exitsOf } from './exits-of.ts';

/** Problems of a dialog whose steps are all valid. */
export function flowProblems(source: DialogSource, dialog: Dialog): readonly Problem[] {
  const reached = reachable(dialog);
  return [
    ...unreachable(source, source.steps, reached),
    ...loops(source, dialog, reached),
    ...goalNeverReached(source, dialog),
  ];
}

function reachable(dialog: Dialog): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [dialog.first];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const node = key === null || reached.has(key) ? undefined : dialog.nodes.get(key);
    if (!node || key === null) continue;
    reached.add(key);
    open.push(...exitsOf(node), node.kind === 'ask' ? (dialog.slots.get(node.slot)?.otherwise ?? null) : null);
  }
  return reached;
}

/** The first step of each stretch that nothing leads to. */
function unreachable(
  source: DialogSource,
  steps: readonly StepTree[],
  reached: ReadonlySet<string>,
): readonly Problem[] {
  const here = steps.flatMap((step, n) => {
    const before = steps[n - 1];
    const isFirst = !reached.has(step.key) && before !== undefined && reached.has(before.key);
    return isFirst ? [unreachableStep(source, step)] : [];
  });
  const inside = steps.flatMap((step) =>
    [...step.branches.values()].flatMap((branch) => unreachable(source, branch, reached)),
  );
  return [...here, ...inside];
}

function unreachableStep({ document }: DialogSource, { path }: StepTree): Problem {
  return {
    ...document.place(path),
    code: 'DIALOG_UNREACHABLE',
    severity: 'warning',
    message: 'this step is never reached: the one before it always goes elsewhere',
    fix: "remove it, or give it an id and lead there with 'goto'",
  };
}

/** A loop is without a way out when from its steps neither the end of the dialog nor a person can be reached. */
function loops(source: DialogSource, dialog: Dialog, reached: ReadonlySet<string>): readonly Problem[] {
  const ending = canEnd(dialog);
  const caught = [...reached].filter((key) => !ending.has(key));
  const back = caught.find((key) => dialog.nodes.get(key)?.kind === 'goto');
  const step = back === undefined ? undefined : find(source.steps, back);
  if (!step) return [];
  const waits = caught.some((key) => ['confirm', 'choose'].includes(dialog.nodes.get(key)?.kind ?? ''));
  return [
    {
      ...source.document.place([...step.path, 'goto']),
      code: 'DIALOG_LOOP',
      severity: waits ? 'warning' : 'error',
      message: 'from here the dialog never ends: every way leads back',
      fix: "add a way out: an 'if', a choice that ends, or a handoff",
    },
  ];
}

function canEnd(dialog: Dialog): ReadonlySet<string> {
  const ending = new Set<string>();
  // from the last step on, as most steps lead to the one behind them
  let open = [...dialog.nodes].toReversed().map(([key, node]) => ({ key, exits: exitsOf(node) }));
  for (let left = Number.POSITIVE_INFINITY; open.length < left; ) {
    left = open.length;
    open = open.filter(({ key, exits }) => {
      const isEnding = exits.some((to) => to === null || ending.has(to));
      if (isEnding) ending.add(key);
      return !isEnding;
    });
  }
  return ending;
}

function find(steps: readonly StepTree[], key: string): StepTree | undefined {
  for (const step of steps) {
    const found = step.key === key ? step : find([...step.branches.values()].flat(), key);
    if (found) return found;
  }
  return undefined;
}

function goalNeverReached({ document }: DialogSource, dialog: Dialog): readonly Problem[] {
  const isReached = [...dialog.nodes.values()].some((node) => node.kind === 'goal' && node.reached);
  if (!dialog.goal || isReached) return [];
  return [
    {
      ...document.place(['goal', 'name']),
      code: 'DIALOG_GOAL_UNREACHED',
      severity: 'warning',
      message: `no step says that the goal '${dialog.goal.name}' is reached`,
      fix: "add 'goal: reached' where it is",
    },
  ];
}
