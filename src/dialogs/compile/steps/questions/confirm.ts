import { z } from 'zod';
import { stepId, steps, text } from '../../language/pieces.ts';
import { defineStep } from '../define-step.ts';

/** `confirm`: a question to be answered by yes or no. Yes goes on; no goes on only where there are steps for it. */
export const confirm = defineStep({
  schema: z.strictObject({ id: stepId.optional(), confirm: text, yes: steps.optional(), no: steps.optional() }),
  body: ({ confirm, no }) => ({
    branches: [
      { name: 'yes', path: ['yes'] },
      { name: 'no', path: ['no'] },
    ],
    compile: (link) => ({
      kind: 'confirm',
      text: link.text(['confirm'], confirm),
      yes: link.first('yes'),
      no: link.first('no'),
      hasNo: no !== undefined,
    }),
  }),
});
