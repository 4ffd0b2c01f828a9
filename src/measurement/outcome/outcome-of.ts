import { type Context, startContext } from '../case/context.ts';
import type { Measures } from '../constants/measures.ts';
import { type OutcomeFold, startOutcome } from './fold-outcome.ts';
import { type Outcome, readOutcome } from './outcome.ts';

/**
 * What is known of a case whose events are not ours.
 *
 * @property context of it at least `customerTurns`, `botTookPart`, `left` and `silent` (the record ends: both), `intents` (anything understood),
 *   `matured` where nobody can come back any more
 * @property outcome `goals` with what became of each, `stated`, `handoff`, `failedTurn`, and the `ledger`: evidence as `evidenceOf` would have found it
 */
export type Course = { readonly context: Partial<Context>; readonly outcome: Partial<OutcomeFold> };

/** Outcome of a course that somebody else put together, by the very rules of `outcome/v1`. What is left out is as before the first event. */
export function outcomeOf(measures: Measures, { context, outcome }: Course): Outcome {
  return readOutcome(measures, {
    context: { ...startContext, ...context },
    outcome: { ...startOutcome, ...outcome },
  });
}
