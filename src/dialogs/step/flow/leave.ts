import { emit, headOf, type Next, type Run, topDialog, topFrame } from '../run.ts';
import { askNode } from './ask.ts';
import { enterSystem } from './enter.ts';
import { speak } from './speak.ts';

export type How = 'finished' | 'cancelled' | 'replaced' | 'handed_off' | 'failed';

/** Ends the innermost dialog; the one below goes on: after its call, or with the question the customer left open. */
export function finish(run: Run): Next {
  const left = topFrame(run);
  emit(run, { type: 'dialog.left', actor: 'bot', data: { dialog: left?.dialog ?? '', how: 'finished' } });
  const frame = topFrame(run);
  const dialog = topDialog(run);
  if (!frame && left?.dialog === 'on.repeat') repeat(run);
  if (!left || !frame) return 'wait';
  const node = frame.at === null ? undefined : dialog?.nodes.get(frame.at);
  if (!dialog || !node) return fail(run, 'lost');
  if (left.by === 'call') return { to: node.next };
  if (left.by === 'intent') return enterSystem(run, 'on.resume', { about: dialog.about });
  return askNode(run, node, 'resumed') ?? { to: node.next };
}

/** With no question open, what the bot said last is said again. */
function repeat(run: Run): void {
  for (const { text, choices } of run.before.lastSaid) speak(run, { at: null, text, choices });
}

/** Ends every running dialog. A goal that can no longer be reached is announced as failed. */
export function leaveAll(run: Run, how: How): void {
  for (let top = topFrame(run); top; top = topFrame(run)) {
    if (how === 'failed' && top.goal) failGoal(run, top.goal);
    emit(run, { type: 'dialog.left', actor: 'bot', data: { dialog: top.dialog, how } });
  }
}

/** Something broke on our side: says so in the same turn, with a way on. */
export function fail(run: Run, reason: string): Next {
  const inError = run.state.stack.some((frame) => frame.dialog === 'on.error');
  const about = topDialog(run)?.about ?? null;
  leaveAll(run, 'failed');
  return inError ? 'wait' : enterSystem(run, 'on.error', { reason, about });
}

function failGoal(run: Run, goal: string): void {
  const dialog = topDialog(run);
  emit(run, { type: 'goal.failed', actor: 'bot', data: { at: dialog ? headOf(dialog) : null, goal } });
}
