import { z } from 'zod';
import { defineEvent, defineSpokenEvent } from './define-event.ts';
import { stepRef } from './step-ref.ts';
import { value } from './understood.ts';

const requested = defineSpokenEvent(
  'action.requested',
  {
    /** unique in the conversation; with the conversation's id it is the idempotency key */
    request: z.string(),
    action: z.string(),
    at: stepRef.nullable(),
    /** `verify` asks the system of record about a goal, beside the conversation */
    purpose: z.enum(['do', 'check', 'verify']),
    goal: z.string().nullable(),
    /** for check: the slot whose value is checked */
    slot: z.string().nullable(),
    /** for verify: the promise it is about, where it is about one */
    promise: z.string().nullable().optional(),
    /** it changes nothing, and may be asked again without harm */
    safe: z.boolean().optional(),
  },
  { input: value, masked: value.optional() },
);

const succeeded = defineSpokenEvent(
  'action.succeeded',
  { request: z.string(), action: z.string(), durationMs: z.number().nonnegative() },
  { output: value, masked: value.optional() },
);

/** Failed for good: retries, where allowed, are over. `unknown`: it may or may not have happened. */
const failed = defineSpokenEvent(
  'action.failed',
  {
    request: z.string(),
    action: z.string(),
    at: stepRef.nullable(),
    failure: z.enum(['error', 'timeout', 'unknown', 'refused']),
    durationMs: z.number().nonnegative(),
  },
  { message: z.string() },
);

/** The customer was told that it takes a moment. */
const slow = defineEvent('action.slow', { request: z.string() });

export const actionEvents = [requested, succeeded, failed, slow] as const;
