import { z } from 'zod';
import { options, stepId, texts } from '../language/pieces.ts';
import { defineStep } from './define-step.ts';

const withButtons = z.strictObject({ text: texts, buttons: options.optional() });

/** `say`: a text, one of several variations, or a text with buttons. */
export const say = defineStep({
  schema: z.strictObject({ id: stepId.optional(), say: z.union([texts, withButtons]) }),
  body: ({ say }) => ({
    compile: (link) => {
      if (typeof say === 'string' || Array.isArray(say))
        return { kind: 'say', texts: link.texts(['say'], say), buttons: [] };
      return {
        kind: 'say',
        texts: link.texts(['say', 'text'], say.text),
        buttons: link.options(['say', 'buttons'], say.buttons),
      };
    },
  }),
});
