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
      'case.link',
      'survey.soon',
      'survey.late',
      'notice.due',
    ]),
    dueInMs: z.number().nonnegative(),
    /** for goal.verify: the request that asks again; for promise.due: the promise; for case.…: the case */
    request: z.string().nullable(),
    /** the step that waits or reminds */
    at: stepRef.nullable().optional(),
  },
  /** what a reminder will say */
  { text: z.string() },
);
const timerCleared = defineEvent('timer.cleared', { timer: z.string() });

/** A person took over. `agent`: who, as a name that leads to no person. */
const handoffAccepted = defineSpokenEvent(
  'handoff.accepted',
  { handoff: z.string(), agent: z.string() },
  { name: z.string() },
);
/** One person gave the conversation on to another, or to a team. */
const handoffTransferred = defineEvent('handoff.transferred', {
  handoff: z.string(),
  team: z.string().nullable(),
  /** the person it is meant for */
  to: z.string().optional(),
});
/** What the person made of it. */
const handoffClosed = defineEvent('handoff.closed', {
  handoff: z.string(),
  disposition: z.string(),
  /** missing: a desk outside does not say */
  solved: z.enum(['yes', 'partly', 'no']).optional(),
  tags: z.array(z.string()).optional(),
});

const caseOpened = defineEvent('case.opened', { case: z.string(), intent: z.string().nullable() });

/**
 * What the issue is, or a further key of it. Two issues are the same only if their families are and no key of one type differs.
 * `keys`: `type:hash` of what tells one parcel from another, the hash too short to lead back to the number.
 */
const caseNamed = defineEvent('case.named', {
  case: z.string(),
  intent: z.string(),
  family: z.string(),
  keys: z.array(z.string()),
  /** chains only on an equal key within a day, or on an explicit "still not" */
  repeatable: z.boolean(),
  /** how long the customer may come back with it */
  windowMs: z.number().positive(),
});

/**
 * The customer came back with an issue: from here on `case` goes on as part of `root`, the case it began as, perhaps in another conversation. Where the
 * two are equal, it goes on where it was.
 */
const caseLinked = defineEvent('case.linked', {
  case: z.string(),
  root: z.string(),
  /** conversation of `root` */
  to: z.string(),
  by: z.enum(['intent', 'key', 'said']),
  /** since the customer's last word about it */
  afterMs: z.number().nonnegative(),
  channel: z.string(),
});

/** The same, noted where the issue began: another conversation goes on with `root`. */
const caseContinued = defineEvent('case.continued', {
  case: z.string(),
  root: z.string(),
  /** conversation of `case` */
  conversation: z.string(),
});

/** The customer went on to another issue: what follows belongs to `case`, and no more to `from`. */
const caseSplit = defineEvent('case.split', { case: z.string(), from: z.string() });

/** The customer has been silent for the given time after the last turn. */
const caseSilent = defineEvent('case.silent', { case: z.string(), afterMs: z.number().positive() });
/** The window in which the customer could have come back has passed. */
const caseMatured = defineEvent('case.matured', {
  case: z.string(),
  /** 0 ≤ draw < 1, the case's lot in every sample that people review */
  draw: z.number().min(0).max(1).optional(),
});

/** A person looked at a case that was drawn: was it solved (`assumed`), was it rightly rejected (`rejected`)? The last word counts. */
const reviewJudged = defineEvent('review.judged', {
  case: z.string(),
  sample: z.enum(['assumed', 'rejected']),
  value: z.boolean(),
  reviewer: z.string(),
});

/** The customer said whether it solved their issue: `case`, where that is not the one of the moment. */
const resolutionStated = defineEvent('resolution.stated', {
  value: z.enum(['yes', 'partly', 'no']),
  case: z.string().optional(),
});

/** The customer thanked: a weak sign that they were helped. */
const customerThanked = defineEvent('customer.thanked', {});

export const caseEvents = [
  humanRequested,
  handoffRequested,
  handoffUnavailable,
  handoffAccepted,
  handoffTransferred,
  handoffClosed,
  timerSet,
  timerCleared,
  caseOpened,
  caseNamed,
  caseLinked,
  caseContinued,
  caseSplit,
  caseSilent,
  caseMatured,
  reviewJudged,
  resolutionStated,
  customerThanked,
] as const;
