import { z } from 'zod';
import { expression, stepId, steps } from '../../language/pieces.ts';
import { defineStep } from '../define-step.ts';

/** `if`: one way or the other, by an expression. */
export const ifStep = defineStep({
  // biome-ignore lint/suspicious/noThenProperty: the word of the dialog language
  schema: z.strictObject({ id: stepId.optional(), if: expression, then: steps, else: steps.optional() }),
  body: (step) => ({
    branches: [
      { name: 'then', path: ['then'] },
      { name: 'else', path: ['else'] },
    ],
    compile: (link) => ({
      kind: 'if',
      test: link.expression(['if'], step.if, 'yes/no'),
      // biome-ignore lint/suspicious/noThenProperty: as in the program, which is never awaited
      then: link.first('then'),
      else: link.first('else'),
    }),
  }),
});
