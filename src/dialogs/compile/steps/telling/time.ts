/** Steps that let time pass. Their timers survive restarts. */
import { z } from 'zod';
import { duration, toMilliseconds } from '../../../../files/duration.ts';
import { stepId, text } from '../../language/pieces.ts';
import { defineStep } from '../define-step.ts';

const id = stepId.optional();

/** `wait`: the dialog goes on after a time; meanwhile the customer may talk of anything else. */
export const wait = defineStep({
  schema: z.strictObject({ id, wait: duration }),
  body: ({ wait }) => ({ compile: () => ({ kind: 'wait', ms: toMilliseconds(wait) }) }),
});

/** `remind`: says something after a time, whatever has become of the dialog, which goes on at once. Values are those of now. */
export const remind = defineStep({
  schema: z.strictObject({ id, remind: z.strictObject({ after: duration, say: text }) }),
  body: ({ remind: { after, say } }) => ({
    compile: (link) => ({ kind: 'remind', ms: toMilliseconds(after), text: link.text(['remind', 'say'], say) }),
  }),
});
