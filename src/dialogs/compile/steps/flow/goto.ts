import { z } from 'zod';
import { stepId } from '../../language/pieces.ts';
import { defineStep } from '../define-step.ts';

/** `goto`: goes on at a step of this dialog that has an id. */
export const goto = defineStep({
  schema: z.strictObject({ id: stepId.optional(), goto: z.string().min(1) }),
  body: ({ goto }) => ({
    isLast: true,
    compile: (link) => {
      link.known('step', ['goto'], goto);
      return { kind: 'goto', to: goto };
    },
  }),
});
