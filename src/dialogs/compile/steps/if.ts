import { z } from 'zod';
import { defineStep } from '../define-step.ts';
import { expression, stepId, steps } from '../language/pieces.ts';

/** `if`: one way or the other, by an expression. */
export const ifStep = defineStep({
  schema: z.strictObject({ id: stepId.optional(), if: expression, then: steps, else: steps.optional() }),
  body: (step) => ({
    branches: [
      { name: 'then', path: ['then'] },
      { name: 'else', path: ['else'] },
    ],
    compile: (link) => ({
      kind: 'if',
      test: link.expression(['if'], step.if, 'yes/no'),
      then: link.first('then'),
      else: link.first('else'),
    }),
  }),
});
