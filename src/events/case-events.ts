import { z } from 'zod';
import { defineEvent, defineSpokenEvent } from './define-event.ts';
import { stepRef } from './step-ref.ts';

const humanRequested = defineEvent('human.requested', { count: z.number().int().positive() });

const handoffRequested = defineEvent('handoff.requested', {
  handoff: z.string(),
  team: z.string().nullable(),
  reason: z.string(),
  by: z.enum(['customer', 'dialog', 'rule']),
  at: stepRef.nullable(),
});

/** Nobody took over: said so honestly, with another way. */
const handoffUnavailable = defineEvent('handoff.unavailable', {
  handoff: z.string(),
  why: z.enum(['nobody', 'closed']),
});

/** A timer that will come back as an input; it survives restarts. */
const timerSet = defineSpokenEvent(
  'timer.set',
  {
    timer: z.string(),
    kind: z.enum([
      'case.silent',
      'case.matured',
      'goal.verify',
      'promise.due',
      'step.wait',
      'step.remind',
      'customer.quiet',
    ]),
    dueInMs: z.number().nonnegative(),
    /** for goal.verify: the request that asks again; for promise.due: the promise */
    request: z.string().nullable(),
    /** the step that waits or reminds */
    at: stepRef.nullable().optional(),
  },
  /** what a reminder will say */
  { text: z.string() },
);
const timerCleared = defineEvent('timer.cleared', { timer: z.string() });

const caseOpened = defineEvent('case.opened', { case: z.string(), intent: z.string().nullable() });

/** The customer has been silent for the given time after the last turn. */
const caseSilent = defineEvent('case.silent', { case: z.string(), afterMs: z.number().positive() });
/** The window in which the customer could have come back has passed. */
const caseMatured = defineEvent('case.matured', { case: z.string() });

/** The customer said whether it solved their issue. */
const resolutionStated = defineEvent('resolution.stated', { value: z.enum(['yes', 'partly', 'no']) });

export const caseEvents = [
  humanRequested,
  handoffRequested,
  handoffUnavailable,
  timerSet,
  timerCleared,
  caseOpened,
  caseSilent,
  caseMatured,
  resolutionStated,
] as const;
