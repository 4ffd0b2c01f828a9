import { z } from 'zod';
import { expressions, stepId, steps, variable } from '../../language/pieces.ts';
import { defineStep } from '../define-step.ts';

const schema = z.strictObject({
  id: stepId.optional(),
  call: z.string().min(1),
  with: expressions.optional(),
  save: variable.optional(),
  failed: steps.optional(),
});

/**
 * `call`: another dialog, with values for its slots; it returns here. What it `returns` is kept under `save`; where it cannot do what it is for, `failed` says
 * how this dialog goes on, which otherwise fails too.
 */
export const call = defineStep({
  schema,
  body: (step) => ({
    branches: [{ name: 'failed', path: ['failed'] }],
    saves: step.save === undefined ? [] : [{ name: step.save, type: { resultOf: 'dialog', name: step.call } }],
    call: { dialog: step.call, values: step.with ?? {} },
    compile: (link) => {
      link.known('dialog', ['call'], step.call);
      return {
        kind: 'call',
        dialog: step.call,
        with: link.arguments(['with'], step.with, link.slotsOf(step.call)),
        save: step.save ?? null,
        failed: link.first('failed'),
        hasFailed: step.failed !== undefined,
      };
    },
  }),
});
