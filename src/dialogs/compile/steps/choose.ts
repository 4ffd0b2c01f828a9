import { z } from 'zod';
import { stepId, steps, text, variable } from '../language/pieces.ts';
import { defineStep } from './define-step.ts';

const option = z.strictObject({ value: z.string().min(1).optional(), title: text, steps: steps.optional() });
const choice = z.strictObject({ text, save: variable.optional(), options: z.array(option).min(2) });

/** `choose`: one of several things, each with steps of its own. The choice is kept under `save`, or under `choice`. */
export const choose = defineStep({
  schema: z.strictObject({ id: stepId.optional(), choose: choice }),
  body: ({ choose: { text: question, save = 'choice', options } }) => ({
    branches: options.map((_, n) => ({ name: String(n), path: ['choose', 'options', n, 'steps'] })),
    saves: [save],
    compile: (link) => ({
      kind: 'choose',
      text: link.text(['choose', 'text'], question),
      save,
      options: options.map(({ value, title }, n) => ({
        value: value ?? title,
        title: link.text(['choose', 'options', n, 'title'], title),
        first: link.first(String(n)),
      })),
    }),
  }),
});
