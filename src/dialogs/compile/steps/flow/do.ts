import { z } from 'zod';
import { expressions, stepId, steps, variable } from '../../language/pieces.ts';
import { defineStep } from '../define-step.ts';

const schema = z.strictObject({
  id: stepId.optional(),
  do: z.string().min(1),
  with: expressions.optional(),
  save: variable.optional(),
  failed: steps.optional(),
});

/** `do`: an action; its result is kept under `save`, and `failed` says what happens when it fails for good. */
export const doStep = defineStep({
  schema,
  body: (step) => ({
    branches: [{ name: 'failed', path: ['failed'] }],
    saves: step.save === undefined ? [] : [{ name: step.save, type: { resultOf: 'action', name: step.do } }],
    compile: (link) => {
      link.known('action', ['do'], step.do);
      return {
        kind: 'do',
        action: step.do,
        with: link.arguments(['with'], step.with, link.inputOf(step.do)),
        save: step.save ?? null,
        failed: link.first('failed'),
        hasFailed: step.failed !== undefined,
      };
    },
  }),
});
