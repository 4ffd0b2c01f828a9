/**
 * What the customer's turn asks for, once its intent is accepted: a dialog, a short answer, or nothing that is known.
 */
import type { Understood } from '../../../events/understood.ts';
import type { Answer, Dialog, Program } from '../../program.ts';

export type Wanted =
  | { readonly kind: 'dialog'; readonly dialog: Dialog; readonly intent: string }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'nothing' };

export function wantedBy(program: Program, understood: Understood | null): Wanted {
  const intent = personIn(program, understood) ?? understood?.accepted;
  if (!intent) return { kind: 'nothing' };
  const dialog = program.dialogs.get(program.starts.get(intent) ?? '');
  if (dialog) return { kind: 'dialog', dialog, intent };
  const answer = program.answers.get(intent);
  return answer ? { kind: 'answer', answer } : { kind: 'nothing' };
}

/** A wish for a person is served before all else that is wanted in the same message. */
function personIn({ starts }: Program, understood: Understood | null): string | undefined {
  return understood?.intents?.find(({ intent }) => starts.get(intent) === 'on.human')?.intent;
}

/** A wish for a person or to stop: served at once, whatever is going on. */
export function isUrgent(program: Program, understood: Understood): boolean {
  const wanted = wantedBy(program, understood);
  return wanted.kind === 'dialog' && (wanted.dialog.name === 'on.human' || wanted.dialog.name === 'on.cancel');
}
