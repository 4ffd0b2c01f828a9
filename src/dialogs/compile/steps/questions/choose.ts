import { z } from 'zod';
import { expression, stepId, steps, text, variable } from '../../language/pieces.ts';
import { defineStep } from '../define-step.ts';

const option = z.strictObject({ value: z.string().min(1).optional(), title: text, steps: steps.optional() });
const choice = z
  .strictObject({
    text,
    save: variable.optional(),
    /** a list: texts, or maps with `value` and `title` */
    from: expression.optional(),
    options: z.array(option).min(1).optional(),
  })
  .refine(
    ({ from, options = [] }) => from !== undefined || options.length > 1,
    'a choice needs at least two options, or a list under from',
  );

/** `choose`: one of several things, each with steps of its own. The choice is kept under `save`, or under `choice`. */
export const choose = defineStep({
  schema: z.strictObject({ id: stepId.optional(), choose: choice }),
  body: ({ choose: { text: question, save = 'choice', from, options = [] } }) => ({
    branches: options.map((_, n) => ({ name: String(n), path: ['choose', 'options', n, 'steps'] })),
    saves: [{ name: save, type: { is: 'text' } }],
    compile: (link) => ({
      kind: 'choose',
      text: link.text(['choose', 'text'], question),
      save,
      from: from === undefined ? null : link.expression(['choose', 'from'], from, 'list'),
      options: options.map(({ value, title }, n) => ({
        value: value ?? title,
        title: link.text(['choose', 'options', n, 'title'], title),
        first: link.first(String(n)),
      })),
    }),
  }),
});
