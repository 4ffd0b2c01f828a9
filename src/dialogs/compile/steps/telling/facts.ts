/** Steps that state a fact. */
import { z } from 'zod';
import { duration, toMilliseconds } from '../../../../files/duration.ts';
import { expression, expressions, stepId } from '../../language/pieces.ts';
import { defineStep, type Link } from '../define-step.ts';

const name = z.string().min(1);
const id = stepId.optional();

/** `refuse`: something in scope is refused by policy. */
export const refuse = defineStep({
  schema: z.strictObject({ id, refuse: z.strictObject({ reason: name, owner: name.optional() }) }),
  body: ({ refuse: { reason, owner } }) => ({ compile: () => ({ kind: 'refuse', reason, owner: owner ?? null }) }),
});

const verify = z.strictObject({ by: name, with: expressions.optional() });

/**
 * `promise`: the customer was told to expect something, by a time. When that is over, `verify` tells whether it was kept; without it the verification of the
 * dialog's goal does.
 */
export const promise = defineStep({
  schema: z.strictObject({ id, promise: z.strictObject({ what: name, within: duration, verify: verify.optional() }) }),
  body: ({ promise: { what, within, verify } }) => ({
    compile: (link) => ({
      kind: 'promise',
      what,
      withinMs: toMilliseconds(within),
      verify: verification(link, verify),
    }),
  }),
});

function verification(link: Link, source: z.infer<typeof verify> | undefined) {
  if (!source) return null;
  link.known('action', ['promise', 'verify', 'by'], source.by);
  const given = link.arguments(['promise', 'verify', 'with'], source.with, link.inputOf(source.by));
  return { action: source.by, with: given };
}

/** `goal`: the goal of the dialog is reached, or can no longer be. */
export const goal = defineStep({
  schema: z.strictObject({ id, goal: z.enum(['reached', 'failed']) }),
  body: ({ goal }) => ({
    compile: (link) => {
      if (!link.hasGoal) missingGoal(link);
      return { kind: 'goal', reached: goal === 'reached' };
    },
  }),
});

function missingGoal(link: Link): void {
  link.problem(['goal'], {
    code: 'DIALOG_GOAL_MISSING',
    severity: 'error',
    message: `the dialog '${link.dialog}' declares no goal that could be reached or fail`,
    fix: "declare it at the top of the dialog, as in 'goal: { name: refund }'",
  });
}

/** `resolution`: what the customer says of their issue: yes, partly or no, as a word or by an expression. */
export const resolution = defineStep({
  schema: z.strictObject({ id, resolution: expression }),
  body: ({ resolution }) => ({
    compile: (link) => {
      const isWord = typeof resolution === 'string' && ['yes', 'partly', 'no'].includes(resolution);
      return { kind: 'resolution', value: link.expression(['resolution'], isWord ? `"${resolution}"` : resolution) };
    },
  }),
});

/** `consent`: whether the business may speak first, as the customer has said. */
export const consent = defineStep({
  schema: z.strictObject({ id, consent: z.enum(['given', 'withdrawn']) }),
  body: ({ consent }) => ({ compile: () => ({ kind: 'consent', given: consent === 'given' }) }),
});

/** `end`: the dialog ends here. */
export const end = defineStep({
  schema: z.strictObject({ id, end: z.union([z.null(), z.literal(true)]) }),
  bare: { end: null },
  body: () => ({ isLast: true, compile: () => ({ kind: 'end' }) }),
});
