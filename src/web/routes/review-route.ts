import { z } from 'zod';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { StaffRoute } from '../access/route.ts';
import type { WebOptions } from '../web-options.ts';

const judgement = z.strictObject({
  case: z.string().regex(/^.+\/\d+$/),
  sample: z.enum(['assumed', 'rejected']),
  value: z.boolean(),
});

/** POST /api/cx/reviews: what somebody found who looked at a case drawn for review. The last word on a case counts. */
export function reviewRoute(runtime: Pick<WebOptions['runtime'], 'judge'>): StaffRoute {
  return {
    method: 'POST',
    path: '/api/cx/reviews',
    roles: ['analyst', 'supervisor', 'admin'],
    async answer({ body }, { name }) {
      const parsed = judgement.safeParse(body);
      if (!parsed.success)
        throw new TouchpointError('BAD_REQUEST', 'a judgement has a case, a sample (assumed or rejected) and a value', {
          fix: 'send {"case":"ID/1","sample":"assumed","value":true}',
        });
      const { data } = parsed;
      const conversation = data.case.slice(0, data.case.lastIndexOf('/'));
      if ((await runtime.judge({ ...data, conversation, reviewer: name })) === 'handled')
        return { status: 204, body: '' };
      throw new TouchpointError('CASE_UNKNOWN', `there is no case '${data.case}'`, {
        fix: 'take it from GET /api/cx/reviews',
      });
    },
  };
}
