/** Whether a dialog that is called is given what it uses, and nothing else. */
import { countWords } from '../../../errors/count-words.ts';
import { nearest } from '../../../errors/nearest.ts';
import type { Problem } from '../../../errors/problem.ts';
import type { DialogSource } from '../reading/read-dialog.ts';
import type { StepTree } from '../reading/read-steps.ts';

export function callInputs(dialogs: readonly DialogSource[]): readonly Problem[] {
  const calls = dialogs.flatMap((from) => from.allSteps.flatMap((step) => (step.body.call ? [{ from, step }] : [])));
  const called = new Set(calls.map(({ step }) => step.body.call?.dialog));
  const byName = new Map(dialogs.filter(({ name }) => called.has(name)).map((one) => [one.name, wantsOf(one)]));
  return calls.flatMap(({ from, step }) => {
    const wants = byName.get(step.body.call?.dialog ?? '');
    return wants ? [...surplus(from, step, wants), ...missing(from, step, wants)] : [];
  });
}

type Wants = {
  /** values it cannot ask for */
  readonly needed: readonly string[];
  readonly names: readonly string[];
  uses(name: string): boolean;
};

function wantsOf({ document, slots, brokenSlots }: DialogSource): Wants {
  const count = countWords({ texts: [JSON.stringify(document.value)], form: /[\p{L}\p{N}_-]+/gu });
  const needed = [...slots.values()].filter(({ name, head }) => !head.ask && !head.shared && count.name(name) > 1);
  return {
    needed: needed.map(({ name }) => name),
    names: [...slots.keys(), ...brokenSlots],
    uses: (name) => count.name(name) > 0,
  };
}

function surplus({ document }: DialogSource, { body, path }: StepTree, wants: Wants): readonly Problem[] {
  const unused = Object.keys(body.call?.values ?? {}).filter((name) => !wants.uses(name));
  return unused.map((name) => {
    const near = nearest(name, wants.names);
    return {
      ...document.placeOfKey([...path, 'with', name]),
      code: 'ACTION_INPUT',
      severity: 'warning',
      message: `the dialog '${body.call?.dialog}' makes no use of '${name}'`,
      fix: near
        ? `did you mean '${near}'?`
        : `remove it${wants.names.length > 0 ? `; its slots: ${wants.names.join(', ')}` : ''}`,
    };
  });
}

function missing({ document }: DialogSource, { body, path }: StepTree, wants: Wants): readonly Problem[] {
  const given = Object.keys(body.call?.values ?? {});
  const lacking = wants.needed.filter((name) => !given.includes(name));
  const surplusCount = given.filter((name) => !wants.uses(name)).length;
  return lacking.slice(surplusCount).map((name) => ({
    ...document.place([...path, 'call']),
    code: 'ACTION_INPUT',
    severity: 'warning',
    message: `the dialog '${body.call?.dialog}' uses '${name}', which it never asks for and is not given here`,
    fix: `add it: 'with: { ${name}: … }'`,
  }));
}
