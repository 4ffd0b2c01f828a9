import { z } from 'zod';
import { stepId } from '../../language/pieces.ts';
import { speech } from '../../language/speech.ts';
import { defineStep } from '../define-step.ts';

/** `say`: a text, one of several variations, or a text with buttons, pictures and cards. */
export const say = defineStep({
  schema: z.strictObject({ id: stepId.optional(), say: speech }),
  body: ({ say }) => ({ compile: (link) => ({ kind: 'say', ...link.utterance(['say'], say) }) }),
});
