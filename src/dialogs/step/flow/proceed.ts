import type { Node } from '../../program.ts';
import { nextWish } from '../routing/further.ts';
import { emit, headOf, type Next, type Run, scopeOf, topDialog, topFrame } from '../run.ts';
import { askNode, noteRevisit } from './ask.ts';
import { enter } from './enter.ts';
import { executeFact } from './facts.ts';
import { isFilled } from './fill.ts';
import { handOff } from './hand-off.ts';
import { fillKnown } from './known.ts';
import { fail, finish, giveUp } from './leave.ts';
import { evaluate, request } from './request.ts';

/** Steps one input may take: more is a loop, which is stopped, told, and counted. */
export const maxSteps = 200;

/**
 * Walks from node to node until the conversation waits for somebody. Every dialog's end leads to the one below, and that of the last one to what else
 * was wanted.
 */
export function proceed(run: Run, start: Next): void {
  let next = onwards(run, start);
  while (next !== 'wait') {
    if (++run.steps > maxSteps) return halt(run);
    next = onwards(run, next.to === null ? finish(run) : visitNode(run, next.to));
  }
}

/** Where nothing is going on any more, what else was wanted begins. */
function onwards(run: Run, next: Next): Next {
  return next === 'wait' ? (nextWish(run) ?? next) : next;
}

function visitNode(run: Run, key: string): Next {
  const node = topDialog(run)?.nodes.get(key);
  return node ? execute(run, node) : fail(run, 'lost');
}

function execute(run: Run, node: Node): Next {
  switch (node.kind) {
    case 'ask':
      return comeTo(run, node);
    case 'confirm':
    case 'choose':
    case 'survey':
      return askNode(run, node, 'first') ?? { to: node.next };
    case 'handoff':
      return askNode(run, node, 'first') ?? handOff(run, { team: node.team, reason: node.reason, at: node.ref });
    case 'if':
      return decide(run, node);
    case 'goto':
      return { to: node.to };
    case 'call':
      return call(run, node);
    case 'do':
      noteRevisit(run, node);
      return request(run, node);
    case 'unanswered':
      return isFilled(run, node.slot) ? behindQuestion(run) : giveUp(run);
    case 'end':
      return finish(run);
    default:
      return executeFact(run, node);
  }
}

function decide(run: Run, node: Node & { readonly kind: 'if' }): Next {
  const value = node.test.evaluate(scopeOf(run)) === true;
  emit(run, { type: 'branch.taken', actor: 'bot', data: { at: node.ref, value } });
  return { to: (value ? node.then : node.else) ?? node.next };
}

/** A question whose answer is known already is passed over, which is a fact as well. */
function comeTo(run: Run, node: Node & { readonly kind: 'ask' }): Next {
  const slot = topDialog(run)?.slots.get(node.slot);
  const isKnown = slot && (isFilled(run, slot.name) || fillKnown(run, slot));
  if (isKnown) emit(run, { type: 'question.skipped', actor: 'bot', data: { at: node.ref, slot: node.slot } });
  return askNode(run, node, 'first') ?? { to: node.next };
}

function call(run: Run, node: Node & { readonly kind: 'call' }): Next {
  const dialog = run.program.dialogs.get(node.dialog);
  if (!dialog || run.state.stack.length >= deepestCall) return fail(run, 'lost');
  return enter(run, { dialog, by: 'call', from: node.ref, values: evaluate(node.with, scopeOf(run)) });
}

/** Dialogs inside each other: more is one that calls itself for ever. */
const deepestCall = 30;

/** The question whose attempts are used up has an answer after all. */
function behindQuestion(run: Run): Next {
  const asked = topDialog(run)?.nodes.get(topFrame(run)?.exhausted ?? '');
  return asked ? { to: asked.ref.step } : fail(run, 'lost');
}

function halt(run: Run): void {
  const dialog = topDialog(run);
  emit(run, {
    type: 'turn.halted',
    actor: 'system',
    data: { at: dialog ? headOf(dialog) : null, steps: maxSteps },
  });
  const next = fail(run, 'loop');
  run.steps = 0;
  if (run.drafts.filter(({ type }) => type === 'turn.halted').length < 2) proceed(run, next);
}
