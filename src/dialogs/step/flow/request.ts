import type { Value } from '../../../events/understood.ts';
import type { Arguments, Node, Scope } from '../../program.ts';
import { emit, type Next, type Run, scopeOf } from '../run.ts';

type Wanted = {
  readonly node: Node;
  readonly purpose: 'do' | 'check';
  readonly action: string;
  readonly with: Arguments;
  readonly slot: string | null;
};

/** Asks for an action; its result comes back as an input. */
export function request(run: Run, { node, purpose, action, with: args, slot }: Wanted): Next {
  emit(run, {
    type: 'action.requested',
    actor: 'bot',
    data: { request: nextRequest(run), action, at: node.ref, purpose, goal: null, slot },
    words: { input: evaluate(args, scopeOf(run)) },
  });
  return 'wait';
}

/** Asks the system of record whether a goal was reached, beside the conversation. */
export function requestVerification(
  run: Run,
  { goal, action, input }: { readonly goal: string; readonly action: string; readonly input: Value },
): void {
  emit(run, {
    type: 'action.requested',
    actor: 'system',
    data: { request: nextRequest(run), action, at: null, purpose: 'verify', goal, slot: null },
    words: { input },
  });
}

export function evaluate(args: Arguments, scope: Scope): { readonly [name: string]: Value } {
  return Object.fromEntries(Object.entries(args).map(([name, expression]) => [name, expression.evaluate(scope)]));
}

function nextRequest(run: Run): string {
  return `a${run.state.counters.request + 1}`;
}
