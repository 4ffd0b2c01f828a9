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
  by: z.enum(['intent', 'call', 'goto', 'system', 'opening']),
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
  kind: z.enum(['slot', 'confirm', 'choose', 'offer']),
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

const slotFilled = defineSpokenEvent(
  'slot.filled',
  {
    dialog: z.string(),
    slot: z.string(),
    type: z.string(),
    from: z.enum(['answer', 'message', 'parameter', 'corrected']),
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

/** "No, I meant …": an earlier value overwritten, or a confirmation negated. */
const corrected = defineEvent('slot.corrected', { at: stepRef.nullable(), dialog: z.string(), slot: z.string() });

const valueSet = defineSpokenEvent('value.set', { dialog: z.string(), name: z.string() }, { value });

/** The slot's `check` accepted its value. */
const slotValidated = defineEvent('slot.validated', { dialog: z.string(), slot: z.string() });

const stepRevisited = defineEvent('step.revisited', { at: stepRef, visit: z.number().int().min(3) });

/** Something in scope was refused by policy. */
const refused = defineEvent('scope.refused', { at: stepRef, reason: z.string(), owner: z.string().nullable() });

/** A condition was decided: `true` led to its `then`. */
const branchTaken = defineEvent('branch.taken', { at: stepRef, value: z.boolean() });

const goalReached = defineEvent('goal.reached', { at: stepRef, goal: z.string(), verified: z.boolean() });
const goalFailed = defineEvent('goal.failed', { at: stepRef.nullable(), goal: z.string() });

/** What the system of record said about a goal, when it was asked. */
const goalVerified = defineEvent('goal.verified', { goal: z.string(), value: z.boolean() });

const promised = defineEvent('promise.made', { at: stepRef, what: z.string(), withinMs: z.number().positive() });

export const dialogEvents = [
  entered,
  left,
  asked,
  closed,
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
] as const;
