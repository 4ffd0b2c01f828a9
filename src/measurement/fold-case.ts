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
import { type Experience, startExperience } from './experience/experience.ts';
import { foldExperience } from './experience/fold-experience.ts';
import { isOfSurvey } from './experience/is-of-survey.ts';
import { foldOutcome, type OutcomeFold, startOutcome } from './outcome/fold-outcome.ts';

/** @property startedAt time of the first event that belongs to the case; `null` before it */
export type CaseFold = {
  readonly startedAt: Instant | null;
  readonly lastAt: Instant;
  readonly context: Context;
  readonly tallies: readonly Tally[];
  readonly outcome: OutcomeFold;
  readonly experience: Experience;
};

export const startCase: CaseFold = {
  startedAt: null,
  lastAt: 0,
  context: startContext,
  tallies: [],
  outcome: startOutcome,
  experience: startExperience,
};

/** Folds the next event of a case, in the order (time, conversation, sequence). */
export function foldCase(measures: Measures, fold: CaseFold, event: Event): CaseFold {
  const { context, tallies, outcome } = fold;
  const experience = foldExperience({ experience: fold.experience, customerTurns: context.customerTurns }, event);
  if (isOfSurvey(event)) return { ...fold, startedAt: fold.startedAt ?? event.at, lastAt: event.at, experience };
  return {
    startedAt: fold.startedAt ?? event.at,
    lastAt: event.at,
    context: foldContext(context, event),
    tallies: foldTallies(measures, { context, tallies }, event),
    outcome: foldOutcome({ context, outcome, version: measures.outcome.id }, event),
    experience,
  };
}
