import { z } from 'zod';
import { defineEvent, defineSpokenEvent } from './define-event.ts';
import { stepRef } from './step-ref.ts';
import { value } from './understood.ts';

/** What a customer may reasonably expect of a dialog. */
const expectation = z.strictObject({
  turns: z.number().positive().optional(),
  seconds: z.number().positive().optional(),
});

const entered = defineEvent('dialog.entered', {
  dialog: z.string(),
  file: z.string(),
  line: z.number().int().positive(),
  stage: z.string().nullable(),
  owner: z.string().nullable(),
  by: z.enum(['intent', 'call', 'goto', 'system', 'opening', 'notice']),
  intent: z.string().nullable(),
  /** the calling step, where `by` is call */
  from: stepRef.nullable(),
  goal: z.string().nullable(),
  expect: expectation.nullable(),
  /** slots this dialog may ask for: the reference of turns */
  slots: z.number().int().nonnegative(),
  authenticates: z.boolean(),
});

const left = defineEvent('dialog.left', {
  dialog: z.string(),
  how: z.enum(['finished', 'cancelled', 'replaced', 'handed_off', 'failed']),
});

const asked = defineEvent('question.asked', {
  at: stepRef,
  kind: z.enum(['slot', 'confirm', 'choose', 'offer', 'survey']),
  /** slot or variable that takes the answer */
  slot: z.string().nullable(),
  /** from 1; a repeated question (`again`, `invalid`) is a reprompt, a resumed one is not */
  attempt: z.number().int().positive(),
  reason: z.enum(['first', 'again', 'invalid', 'resumed']),
});

const closed = defineEvent('question.closed', {
  at: stepRef,
  how: z.enum(['answered', 'abandoned', 'exhausted']),
});

/** The dialog came to a question whose answer it knows, and did not ask. */
const skipped = defineEvent('question.skipped', { at: stepRef, slot: z.string() });

const slotFilled = defineSpokenEvent(
  'slot.filled',
  {
    dialog: z.string(),
    slot: z.string(),
    type: z.string(),
    /**
     * `message`: said along with something else; `parameter`: given by the calling dialog; `earlier`: known from before; `record`: from what is
     * known of the customer
     */
    from: z.enum(['answer', 'message', 'parameter', 'corrected', 'earlier', 'record']),
    shared: z.boolean(),
    sensitive: z.boolean().optional(),
    /** needs no check; otherwise slot.validated or slot.refused follows */
    valid: z.boolean(),
  },
  { value },
);

const slotRefused = defineEvent('slot.refused', {
  at: stepRef,
  dialog: z.string(),
  slot: z.string(),
  reason: z.enum(['unmatched', 'invalid']),
});

/** "No, I meant …": an earlier value is overwritten. `at`: the question that was open; `to`: the step from which it is decided anew. */
const corrected = defineEvent('slot.corrected', {
  at: stepRef.nullable(),
  dialog: z.string(),
  slot: z.string(),
  to: stepRef.nullable().optional(),
});

/** "No" to a question whether something shall be done. */
const refusedConfirmation = defineEvent('confirmation.refused', { at: stepRef });

/** The customer went back to something they had left for something else. */
const backtracked = defineEvent('dialog.backtracked', { at: stepRef.nullable(), dialog: z.string() });

/** What else the customer wanted in the same message: begun when nothing else is going on. */
const wishKept = defineEvent('wish.kept', { intents: z.array(z.string()) });

const valueSet = defineSpokenEvent(
  'value.set',
  {
    dialog: z.string(),
    name: z.string(),
    /** the question whose answer it is */
    choice: z.string().optional(),
    sensitive: z.boolean().optional(),
  },
  { value },
);

/** The slot's `check` accepted its value. */
const slotValidated = defineSpokenEvent(
  'slot.validated',
  { dialog: z.string(), slot: z.string(), shared: z.boolean().optional() },
  /** the check and what it was given: it need not be done again for the same */
  { check: z.string() },
);

const stepRevisited = defineEvent('step.revisited', { at: stepRef, visit: z.number().int().min(3) });

/** Something in scope was refused by policy. */
const refused = defineEvent('scope.refused', { at: stepRef, reason: z.string(), owner: z.string().nullable() });

/** A condition was decided: `true` led to its `then`. */
const branchTaken = defineEvent('branch.taken', { at: stepRef, value: z.boolean() });

const goalReached = defineEvent('goal.reached', { at: stepRef, goal: z.string(), verified: z.boolean() });
const goalFailed = defineEvent('goal.failed', { at: stepRef.nullable(), goal: z.string() });

/** What the system of record said about a goal, when it was asked. */
const goalVerified = defineEvent('goal.verified', { goal: z.string(), value: z.boolean() });

const promised = defineSpokenEvent(
  'promise.made',
  {
    at: stepRef,
    what: z.string(),
    withinMs: z.number().positive(),
    promise: z.string().optional(),
    /** goal whose verification tells whether it was kept */
    goal: z.string().nullable().optional(),
    /** action that tells whether it was kept */
    action: z.string().nullable().optional(),
  },
  { input: value },
);

/** The time of a promise is over; whether it was kept follows where anybody can tell. */
const promiseDue = defineEvent('promise.due', { promise: z.string(), what: z.string() });
const promiseKept = defineEvent('promise.kept', { promise: z.string(), what: z.string() });
const promiseBroken = defineEvent('promise.broken', { promise: z.string(), what: z.string() });

export const dialogEvents = [
  entered,
  left,
  asked,
  closed,
  skipped,
  slotFilled,
  slotValidated,
  slotRefused,
  corrected,
  valueSet,
  stepRevisited,
  branchTaken,
  refused,
  goalReached,
  goalFailed,
  goalVerified,
  promised,
  promiseDue,
  promiseKept,
  promiseBroken,
  refusedConfirmation,
  backtracked,
  wishKept,
] as const;
