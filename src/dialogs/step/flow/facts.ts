import type { Value } from '../../../events/understood.ts';
import type { Node } from '../../program.ts';
import { emit, type Next, type Run, scopeOf, topDialog } from '../run.ts';
import { setTimer } from '../time/set-timer.ts';
import { wording } from '../wording.ts';
import { noteRevisit } from './ask.ts';
import { setValue } from './fill.ts';
import { evaluate, requestVerification } from './request.ts';
import { speak, utter } from './speak.ts';

/** Carries out a step that waits for no answer: says, sets, states a fact, or lets time pass. */
export function executeFact(run: Run, node: Node): Next {
  switch (node.kind) {
    case 'say':
      noteRevisit(run, node);
      utter(run, node.ref, node);
      break;
    case 'set':
      for (const [name, value] of Object.entries(evaluate(node.values, scopeOf(run)))) setValue(run, { name, value });
      break;
    case 'refuse':
      emit(run, {
        type: 'scope.refused',
        actor: 'bot',
        data: { at: node.ref, reason: node.reason, owner: node.owner },
      });
      break;
    case 'promise':
      makePromise(run, node);
      break;
    case 'goal':
      reach(run, node);
      break;
    case 'resolution':
      state(run, node.value.evaluate(scopeOf(run)));
      break;
    case 'consent':
      emit(run, { type: 'consent.stated', actor: 'customer', data: { value: node.given } });
      break;
    case 'redirect':
      redirect(run, node);
      break;
    case 'remind':
      setTimer(run, { kind: 'step.remind', dueInMs: node.ms, at: node.ref, text: wording(run, node.text) });
      break;
    case 'wait':
      setTimer(run, { kind: 'step.wait', dueInMs: node.ms, at: node.ref });
      return 'wait';
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

/** A promise is looked at when it is due: by its own verification, or else by that of the dialog's goal. */
function makePromise(run: Run, node: Node & { readonly kind: 'promise' }): void {
  const goal = topDialog(run)?.goal ?? null;
  const verify = node.verify ?? goal?.verify ?? null;
  const promise = `p${run.state.counters.promise + 1}`;
  const input = verify && evaluate(verify.with, scopeOf(run));
  emit(run, {
    type: 'promise.made',
    actor: 'bot',
    data: {
      at: node.ref,
      what: node.what,
      withinMs: node.withinMs,
      promise,
      goal: node.verify === null && goal ? goal.name : null,
      action: verify?.action ?? null,
    },
    ...(input ? { words: { input } } : {}),
  });
  setTimer(run, { kind: 'promise.due', dueInMs: node.withinMs, request: promise });
}

function state(run: Run, value: Value): void {
  if (value === 'yes' || value === 'partly' || value === 'no') {
    emit(run, { type: 'resolution.stated', actor: 'customer', data: { value } });
  }
}

function redirect(run: Run, { ref, to, text, url }: Node & { readonly kind: 'redirect' }): void {
  const title = text ? wording(run, text) : '';
  const address = url ? wording(run, url) : '';
  const cards =
    address === ''
      ? []
      : [{ buttons: [{ title: address.replace(/^(?:https?:\/\/|mailto:|tel:)/, ''), url: address }] }];
  speak(run, { at: ref, text: title, cards });
  emit(run, { type: 'conversation.redirected', actor: 'bot', data: { at: ref, to } });
}
