import { z } from 'zod';
import { expressions, stepId } from '../language/pieces.ts';
import { defineStep } from './define-step.ts';

/** `call`: another dialog, with values for its slots; it returns here. */
export const call = defineStep({
  schema: z.strictObject({ id: stepId.optional(), call: z.string().min(1), with: expressions.optional() }),
  body: (step) => ({
    call: { dialog: step.call, parameters: Object.keys(step.with ?? {}) },
    compile: (link) => {
      link.known('dialog', ['call'], step.call);
      return { kind: 'call', dialog: step.call, with: link.arguments(['with'], step.with) };
    },
  }),
});
