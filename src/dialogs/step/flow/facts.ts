import type { Value } from '../../../events/understood.ts';
import type { Node } from '../../program.ts';
import { emit, type Next, type Run, scopeOf, topDialog } from '../run.ts';
import { noteRevisit } from './ask.ts';
import { setValue } from './enter.ts';
import { evaluate, requestVerification } from './request.ts';
import { choicesOf, speak, variation } from './speak.ts';

/** Carries out a step that waits for nobody: says, sets, or states a fact. */
export function executeFact(run: Run, node: Node): Next {
  switch (node.kind) {
    case 'say':
      noteRevisit(run, node);
      speak(run, { at: node.ref, text: variation(run, node.texts), choices: choicesOf(run, node.buttons) });
      break;
    case 'set':
      for (const [name, value] of Object.entries(evaluate(node.values, scopeOf(run)))) setValue(run, name, value);
      break;
    case 'refuse':
      emit(run, {
        type: 'scope.refused',
        actor: 'bot',
        data: { at: node.ref, reason: node.reason, owner: node.owner },
      });
      break;
    case 'promise':
      emit(run, {
        type: 'promise.made',
        actor: 'bot',
        data: { at: node.ref, what: node.what, withinMs: node.withinMs },
      });
      break;
    case 'goal':
      reach(run, node);
      break;
    case 'resolution':
      state(run, node.value.evaluate(scopeOf(run)));
      break;
    default:
  }
  return { to: node.next };
}

function reach(run: Run, node: Node & { readonly kind: 'goal' }): void {
  const goal = topDialog(run)?.goal;
  const name = goal?.name ?? node.ref.dialog;
  if (!node.reached) return emit(run, { type: 'goal.failed', actor: 'bot', data: { at: node.ref, goal: name } });
  const verify = goal?.verify ?? null;
  const input = verify && evaluate(verify.with, scopeOf(run));
  emit(run, { type: 'goal.reached', actor: 'bot', data: { at: node.ref, goal: name, verified: verify !== null } });
  if (verify && input) requestVerification(run, { goal: name, action: verify.action, input });
}

function state(run: Run, value: Value): void {
  if (value === 'yes' || value === 'partly' || value === 'no') {
    emit(run, { type: 'resolution.stated', actor: 'customer', data: { value } });
  }
}
