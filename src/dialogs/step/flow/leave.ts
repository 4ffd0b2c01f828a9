import type { Node, Scope } from '../../program.ts';
import type { Frame } from '../../state.ts';
import { emit, headOf, type Next, type Run, scopeOf, topDialog, topFrame } from '../run.ts';
import { aboutOf } from '../wording.ts';
import { askNode } from './ask.ts';
import { begin } from './begin.ts';
import { enterSystem } from './enter.ts';
import { setValue } from './fill.ts';
import { evaluate } from './request.ts';
import { speak } from './speak.ts';

export type How = 'finished' | 'cancelled' | 'replaced' | 'handed_off' | 'failed';

/** Ends the innermost dialog; the one below goes on: after its call, or with the question the customer left open. */
export function finish(run: Run): Next {
  const left = topFrame(run);
  const returned = evaluate(topDialog(run)?.returns ?? {}, scopeOf(run));
  leave(run, 'finished');
  if (!left) return 'wait';
  const wanted = left.by === 'system' ? left.slots['begin'] : undefined;
  if (typeof wanted === 'string') return begin(run, wanted);
  if (left.dialog === 'on.repeat' && !topFrame(run)) repeat(run);
  return left.by === 'call' ? goOn(run, returned) : resume(run, left);
}

/** The calling dialog goes on behind its call, with what it was given. */
function goOn(run: Run, returned: Scope): Next {
  const frame = topFrame(run);
  const node = topDialog(run)?.nodes.get(frame?.at ?? '');
  if (!node) return fail(run, 'lost');
  if (node.kind === 'call' && node.save !== null) setValue(run, { name: node.save, value: returned });
  return { to: node.next };
}

/** What a dialog that has ended had interrupted goes on. */
function resume(run: Run, left: Frame): Next {
  const frame = topFrame(run);
  const dialog = topDialog(run);
  if (!frame) return 'wait';
  const node = dialog?.nodes.get(frame.at ?? '');
  if (!dialog || !node) return fail(run, 'lost');
  if (left.by === 'intent') return enterSystem(run, 'on.resume', { about: aboutOf(run, dialog) });
  return standAt(run, node);
}

/** Goes on at a step the dialog stands at: its question is put again, its call made again; anything else is behind it. */
export function standAt(run: Run, node: Node): Next {
  return askNode(run, node, 'resumed') ?? { to: node.kind === 'call' ? node.ref.step : node.next };
}

/** With no question open, what the bot said last is said again. */
function repeat(run: Run): void {
  for (const { text, choices } of run.before.lastSaid) speak(run, { at: null, text, choices });
}

/** Ends the innermost dialog, whatever is below it. */
export function leave(run: Run, how: How): void {
  const top = topFrame(run);
  if (!top) return;
  if (how === 'failed' && top.goal) failGoal(run, top.goal);
  emit(run, { type: 'dialog.left', actor: 'bot', data: { dialog: top.dialog, how } });
}

/** Ends every running dialog. A goal that can no longer be reached is announced as failed. */
export function leaveAll(run: Run, how: How): void {
  while (topFrame(run)) leave(run, how);
}

/** Ends what the customer is at: the innermost dialog with those that called it. What it had interrupted stays. */
export function leaveTask(run: Run, how: How): Frame | undefined {
  for (let top = topFrame(run); top; top = topFrame(run)) {
    leave(run, how);
    if (top.by !== 'call') return top;
  }
  return undefined;
}

/** Ends system dialogs that stand on top: what the customer wants comes first. */
export function leaveSystem(run: Run): void {
  while (topFrame(run)?.by === 'system') leave(run, 'replaced');
}

/** A dialog cannot do what it was for: its caller goes on where it says how, and otherwise cannot either. */
export function giveUp(run: Run): Next {
  for (let top = topFrame(run); top; top = topFrame(run)) {
    leave(run, 'failed');
    if (top.by !== 'call') return resume(run, top);
    const node = topDialog(run)?.nodes.get(topFrame(run)?.at ?? '');
    if (node?.kind === 'call' && node.hasFailed) return { to: node.failed ?? node.next };
  }
  return 'wait';
}

/** Reasons that concern one dialog only; what it had interrupted can go on. */
const local = ['action_failed', 'action_unknown', 'loop', 'stranded'];

/** Something broke on our side: says so in the same turn, with a way on. */
export function fail(run: Run, reason: string): Next {
  const inError = run.state.stack.some((frame) => frame.dialog === 'on.error');
  const about = aboutOf(run, topDialog(run));
  const left = leaveTask(run, 'failed');
  if (inError || !local.includes(reason)) leaveAll(run, 'failed');
  const failed = left?.by === 'intent' ? left.dialog : null;
  return inError ? 'wait' : enterSystem(run, 'on.error', { reason, about, failed });
}

function failGoal(run: Run, goal: string): void {
  const dialog = topDialog(run);
  emit(run, { type: 'goal.failed', actor: 'bot', data: { at: dialog ? headOf(dialog) : null, goal } });
}
