import { z } from 'zod';
import { stepId } from '../../language/pieces.ts';
import { defineStep } from '../define-step.ts';

/** `ask`: fills a slot of the dialog, unless it is known. */
export const ask = defineStep({
  schema: z.strictObject({ id: stepId.optional(), ask: z.string().min(1) }),
  body: ({ ask }) => ({
    asks: ask,
    compile: (link) => {
      link.known('slot', ['ask'], ask);
      return { kind: 'ask', slot: ask };
    },
  }),
});
