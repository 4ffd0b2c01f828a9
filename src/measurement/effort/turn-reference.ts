import type { Context, DialogSeen } from '../case/context.ts';
import { dialogOf, isSystem } from '../case/fold-dialogs.ts';
import type { Measures } from '../constants/measures.ts';

/**
 * Customer turns a case reasonably needs: the sum over its dialogs of what they declare (`expect: { turns }`), else of what the measures say of them, else
 * 2 + 1.5 per slot asked for.
 *
 * A called dialog is part of its caller: it adds nothing where the caller declares its turns, and only its slots where it does not. Short answers add
 * one turn each; repairs and second entries of a dialog add none. Never below what one dialog needs.
 */
export function turnReference({ references }: Measures, context: Context): number {
  const { turns } = references;
  let sum = context.answered.length * turns.answer;
  for (const dialog of context.dialogs) sum += ofDialog(references, context, dialog);
  return Math.max(turns.begun, sum);
}

function ofDialog({ turns, dialogs }: Measures['references'], context: Context, dialog: DialogSeen): number {
  if (isSystem(dialog.dialog) || dialog.by === 'system' || dialog.by === 'opening') return 0;
  if (dialog.by === 'call' && hasExpectation(context, dialog.caller)) return 0;
  const begun = dialog.by === 'intent' ? turns.begun : 0;
  return dialog.expectTurns ?? dialogs?.[dialog.dialog]?.turns ?? begun + turns.slot * dialog.asked.length;
}

function hasExpectation(context: Context, caller: string | null): boolean {
  return (dialogOf(context, caller ?? undefined)?.expectTurns ?? null) !== null;
}
