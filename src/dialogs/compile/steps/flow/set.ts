import { z } from 'zod';
import { stepId, variable } from '../../language/pieces.ts';
import { defineStep } from '../define-step.ts';

/** `set`: gives values to names. */
export const set = defineStep({
  schema: z.strictObject({ id: stepId.optional(), set: z.record(variable, z.json()) }),
  body: ({ set }) => ({
    saves: Object.entries(set).map(([name, value]) => ({ name, type: { expression: value } })),
    compile: (link) => ({ kind: 'set', values: link.arguments(['set'], set) }),
  }),
});
