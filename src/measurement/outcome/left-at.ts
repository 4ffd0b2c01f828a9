import type { Context } from '../case/context.ts';
import { dialogOf } from '../case/fold-dialogs.ts';
import type { LeftAt } from './outcome-states.ts';

/** Where a customer left: while the bot owed them something, after it failed them, at an offer, at proving who they are, or in its questions. */
export function leftAt({ context, failedTurn }: { readonly context: Context; readonly failedTurn: number }): LeftAt {
  if (context.acting.length > 0 || context.waiting) return 'waiting';
  if (failedTurn === context.customerTurns) return 'after_failure';
  if (context.open?.kind === 'offer') return 'after_offer';
  const dialog = context.open?.dialog ?? context.stack.at(-1);
  return dialogOf(context, dialog)?.authenticates ? 'auth' : 'form';
}
