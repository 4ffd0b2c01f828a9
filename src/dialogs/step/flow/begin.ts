/** Begins what a system dialog leads to: the dialog, or the answer, that its value `begin` names. */
import type { Answer, Dialog, Program } from '../../program.ts';
import { nameIssue } from '../issues/name-issue.ts';
import { emit, type Next, type Run, topDialog, topFrame } from '../run.ts';
import { aboutOf, answering } from '../wording.ts';
import { askNode } from './ask.ts';
import { enter, enterSystem } from './enter.ts';
import { utter } from './speak.ts';

/** `wanted`: an intent, or a dialog's name; what is neither leads to the no-match repair. */
export function begin(run: Run, wanted: string): Next {
  const dialog = run.program.dialogs.get(run.program.starts.get(wanted) ?? wanted);
  if (dialog) return enterWanted(run, { dialog, intent: wanted });
  const answer = run.program.answers.get(wanted);
  return answer ? giveAnswer(run, answer) : notUnderstood(run);
}

/** A dialog the customer wants; one of the framework is told what is going on. */
export function enterWanted(
  run: Run,
  wanted: { readonly dialog: Dialog; readonly intent: string; readonly about?: string | null },
): Next {
  const { dialog, about = aboutOf(run, topDialog(run)) } = wanted;
  const intent = intentOf(run.program, wanted.intent);
  if (!dialog.name.startsWith('on.')) nameIssue(run, wanted.intent);
  return dialog.name.startsWith('on.')
    ? enter(run, { dialog, by: 'system', ...intent, values: { about } })
    : enter(run, { dialog, by: 'intent', ...intent });
}

function intentOf({ starts }: Program, name: string): { readonly intent?: string } {
  return starts.has(name) ? { intent: name } : {};
}

/** A short answer interrupts nothing: the open question is put again behind it. */
export function giveAnswer(run: Run, answer: Answer): Next {
  sayAnswer(run, answer);
  const node = topDialog(run)?.nodes.get(topFrame(run)?.at ?? '');
  return (node && askNode(run, node, 'resumed')) ?? 'wait';
}

export function sayAnswer(run: Run, answer: Answer): void {
  if (!answer.isSmallTalk) nameIssue(run, answer.intent);
  const { ref, message } = answering(run, answer);
  utter(run, ref, { ...message, smallTalk: answer.isSmallTalk });
}

/** Nothing was understood: the no-match repair, which escalates. */
export function notUnderstood(run: Run): Next {
  emit(run, { type: 'message.unmatched', actor: 'bot', data: { attempt: run.state.misses + 1, at: null } });
  return enterSystem(run, 'on.no_match');
}
