import type { Value } from '../../../events/understood.ts';
import type { Arguments, Node, Scope, Slot } from '../../program.ts';
import { emit, type Next, type Run, scopeOf, topFrame } from '../run.ts';

/** Asks for an action that a step wants done; its result comes back as an input. */
export function request(run: Run, node: Node & { readonly kind: 'do' }): Next {
  const safe = run.program.actions.get(node.action)?.safe ?? false;
  emit(run, {
    type: 'action.requested',
    actor: 'bot',
    data: { request: nextRequest(run), action: node.action, at: node.ref, purpose: 'do', goal: null, slot: null, safe },
    words: { input: evaluate(node.with, scopeOf(run)) },
  });
  return 'wait';
}

/**
 * Asks for the check of a slot's value, unless it was made for just this value with just this input.
 *
 * @returns `undefined` when there is nothing to check
 */
export function requestCheck(run: Run, node: Node, slot: Slot): Next | undefined {
  if (!slot.check) return undefined;
  const input = evaluate(slot.check.with, scopeOf(run));
  const key = checkKey(run, { slot: slot.name, action: slot.check.action, input });
  if (topFrame(run)?.valid[slot.name] === key) return undefined;
  if (slot.shared && run.state.sharedValid.includes(key)) return undefined;
  emit(run, {
    type: 'action.requested',
    actor: 'bot',
    data: {
      request: nextRequest(run),
      action: slot.check.action,
      at: node.ref,
      purpose: 'check',
      goal: null,
      slot: slot.name,
    },
    words: { input },
  });
  return 'wait';
}

/** Names a check of a value: the same again would say the same again. */
export function checkKey(
  run: Run,
  { slot, action, input }: { readonly slot: string; readonly action: string; readonly input: Value },
): string {
  return JSON.stringify([slot, action, topFrame(run)?.slots[slot] ?? null, input]);
}

type Verification = {
  readonly goal: string | null;
  readonly promise?: string | null;
  readonly action: string;
  readonly input: Value;
};

/** Asks the system of record whether a goal was reached or a promise kept, beside the conversation. */
export function requestVerification(run: Run, { goal, promise = null, action, input }: Verification): void {
  emit(run, {
    type: 'action.requested',
    actor: 'system',
    data: {
      request: nextRequest(run),
      action,
      at: null,
      purpose: 'verify',
      goal,
      slot: null,
      ...(promise === null ? {} : { promise }),
    },
    words: { input },
  });
}

export function evaluate(args: Arguments, scope: Scope): { readonly [name: string]: Value } {
  return Object.fromEntries(Object.entries(args).map(([name, expression]) => [name, expression.evaluate(scope)]));
}

function nextRequest(run: Run): string {
  return `a${run.state.counters.request + 1}`;
}
