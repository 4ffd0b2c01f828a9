/**
 * Everything that is folded of one case, in one pass.
 */
import type { Event } from '../events/event.ts';
import type { Instant } from '../events/instant.ts';
import { type Context, startContext } from './case/context.ts';
import { foldContext } from './case/fold-context.ts';
import type { Measures } from './constants/measures.ts';
import { foldTallies } from './effort/effort.ts';
import type { Tally } from './effort/tally.ts';
import { foldOutcome, type OutcomeFold, startOutcome } from './outcome/fold-outcome.ts';

/** @property startedAt time of the first event that belongs to the case; `null` before it */
export type CaseFold = {
  readonly startedAt: Instant | null;
  readonly lastAt: Instant;
  readonly context: Context;
  readonly tallies: readonly Tally[];
  readonly outcome: OutcomeFold;
};

export const startCase: CaseFold = {
  startedAt: null,
  lastAt: 0,
  context: startContext,
  tallies: [],
  outcome: startOutcome,
};

/** Folds the next event of a case, in the order (time, conversation, sequence). */
export function foldCase(measures: Measures, fold: CaseFold, event: Event): CaseFold {
  const { context, tallies, outcome } = fold;
  return {
    startedAt: fold.startedAt ?? event.at,
    lastAt: event.at,
    context: foldContext(context, event),
    tallies: foldTallies(measures, { context, tallies }, event),
    outcome: foldOutcome({ context, outcome, version: measures.outcome.id }, event),
  };
}
