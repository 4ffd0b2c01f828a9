import { z } from 'zod';
import { stepId, text } from '../../language/pieces.ts';
import { defineStep } from '../define-step.ts';

const name = z.string().min(1);
const detail = z.strictObject({ to: name, say: text.optional(), url: text.optional() });

/** `redirect`: the customer must go to another channel; says where, with a link where there is one. */
export const redirect = defineStep({
  schema: z.strictObject({ id: stepId.optional(), redirect: z.union([name, detail]) }),
  body: ({ redirect }) => {
    const { to, say, url }: z.infer<typeof detail> = typeof redirect === 'string' ? { to: redirect } : redirect;
    return {
      compile: (link) => ({
        kind: 'redirect',
        to,
        text: say === undefined ? null : link.text(['redirect', 'say'], say),
        url: url === undefined ? null : link.text(['redirect', 'url'], url),
      }),
    };
  },
});
