/**
 * Where a customer's turn leads. In this order: a correction of something said before, a plain answer to the open question, an urgent wish,
 * another answer, a digression, a repair.
 */

import type { Answer } from '../../program.ts';
import { askNode } from '../flow/ask.ts';
import { enter, enterSystem } from '../flow/enter.ts';
import { finish, leaveAll } from '../flow/leave.ts';
import { speak, variation } from '../flow/speak.ts';
import { emit, type Next, type Run, topDialog, topFrame } from '../run.ts';
import { answerOpen, type Reading } from './answer.ts';
import { correction } from './correct.ts';
import { repair } from './repair.ts';
import { type Wanted, wantedBy } from './wanted.ts';

export function route(run: Run, text: string): Next {
  const wanted = wantedBy(run.program, run.understood);
  const open = run.state.open;
  if (!open) return begin(run, wanted);
  const isElsewhere = wanted.kind === 'dialog' && !isRunning(run, wanted.dialog.name);
  const corrected = isElsewhere ? undefined : correction(run, open);
  if (corrected) return corrected;
  const reading = answerOpen(run, open, text);
  if (reading && takesPrecedence(run, { reading, wanted, text })) return reading.take();
  if (isElsewhere) return begin(run, wanted);
  if (wanted.kind === 'answer' && !reading) return begin(run, wanted);
  if (reading) return reading.take();
  return wanted.kind === 'dialog' && !isOnTop(run, wanted.dialog.name)
    ? backTo(run, wanted.dialog.name)
    : repair(run, open);
}

type Competing = { readonly reading: Reading; readonly wanted: Wanted; readonly text: string };

/** A plain answer wins over an intent; free text and a value inside a longer message lose to a wish for something else. */
function takesPrecedence(run: Run, { reading, wanted, text }: Competing): boolean {
  if (wanted.kind === 'nothing' || reading.certainty === 'plain') return true;
  if (wanted.kind === 'answer') return reading.certainty === 'free' || reading.covers * 2 >= text.length;
  const { name } = wanted.dialog;
  if (reading.certainty === 'free') return !name.startsWith('on.');
  return isRunning(run, name) || reading.covers * 2 >= text.length;
}

function isRunning(run: Run, dialog: string): boolean {
  return run.state.stack.some((frame) => frame.dialog === dialog);
}

function isOnTop(run: Run, dialog: string): boolean {
  return topFrame(run)?.dialog === dialog;
}

/** The customer returns to a dialog that a digression had interrupted. */
function backTo(run: Run, dialog: string): Next {
  while (!isOnTop(run, dialog)) {
    emit(run, { type: 'dialog.left', actor: 'bot', data: { dialog: topFrame(run)?.dialog ?? '', how: 'replaced' } });
  }
  const at = topFrame(run)?.at ?? null;
  const node = at === null ? undefined : topDialog(run)?.nodes.get(at);
  return (node && askNode(run, node, 'resumed')) ?? finish(run);
}

/** Begins what is wanted; where nothing is, the no-match repair, which escalates. */
function begin(run: Run, wanted: Wanted): Next {
  switch (wanted.kind) {
    case 'dialog':
      return beginDialog(run, wanted);
    case 'answer':
      return giveAnswer(run, wanted.answer);
    default:
      emit(run, { type: 'message.unmatched', actor: 'bot', data: { attempt: run.state.misses + 1, at: null } });
      return enterSystem(run, 'on.no_match');
  }
}

/** Deeper than this, older digressions are given up. */
const deepest = 6;

function beginDialog(run: Run, { dialog, intent }: Wanted & { readonly kind: 'dialog' }): Next {
  const about = topDialog(run)?.about ?? null;
  if (dialog.name === 'on.human') countHumanRequest(run);
  if (dialog.name === 'on.cancel' || dialog.name === 'on.goodbye') leaveAll(run, 'cancelled');
  if (run.state.stack.length >= deepest || run.state.pending) leaveAll(run, 'replaced');
  const isSystem = dialog.name.startsWith('on.');
  return isSystem
    ? enter(run, { dialog, by: 'system', intent, values: { about } })
    : enter(run, { dialog, by: 'intent', intent });
}

function countHumanRequest(run: Run): void {
  emit(run, { type: 'human.requested', actor: 'customer', data: { count: run.state.humanRequests + 1 } });
}

/** A short answer interrupts nothing: the open question is put again behind it. */
function giveAnswer(run: Run, answer: Answer): Next {
  speak(run, { at: answer.ref, text: variation(run, answer.texts) });
  const at = topFrame(run)?.at ?? null;
  const node = at === null ? undefined : topDialog(run)?.nodes.get(at);
  return (node && askNode(run, node, 'resumed')) ?? 'wait';
}
