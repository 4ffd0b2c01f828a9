import type { StepRef } from '../../events/step-ref.ts';
import type { Context } from '../case/context.ts';
import { dialogOf } from '../case/fold-dialogs.ts';
import type { Measures, Signal } from '../constants/measures.ts';
import { type Burden, ownerOf } from './tally.ts';

/** A burden before it has an owner and a turn. `owner`: where the event itself names one. */
export type Found = {
  readonly signal: Signal;
  readonly at: StepRef | null;
  readonly count?: number;
  readonly probable?: boolean;
  readonly owner?: string | null;
  /** whose it is when neither the event nor the dialog says so, where that is not the signal's own */
  readonly otherwise?: string;
};

function versionOf({ hosts, origin }: Context, conversation: string): string {
  return hosts[conversation]?.version ?? origin?.version ?? '';
}

/** Gives a finding its owner, its version and its turn. */
export function complete(
  measures: Measures,
  context: Context,
  { found, turn, conversation }: { readonly found: Found; readonly turn: number; readonly conversation: string },
): Burden {
  const { signal, at, count = 1, probable = false } = found;
  const byDialog = dialogOf(context, at?.dialog)?.owner;
  const owner = found.owner ?? byDialog ?? found.otherwise ?? ownerOf(measures, signal);
  const step = at && { ...at, version: versionOf(context, conversation) };
  return { signal, owner, step, probable, count, turn };
}
