/**
 * Which surveys the business may send by a link: `GET /api/surveys/due`; and that it has: `POST /api/surveys/sent`. The business knows where to reach a
 * customer: from what it told the chat of them (`profile`), or by the conversation, which its own actions were told.
 */
import { z } from 'zod';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { StaffRoute } from '../access/route.ts';
import { readShape } from '../body/read-shape.ts';
import type { WebOptions } from '../web-options.ts';
import { conversationOf, type SurveyTokens } from './survey-tokens.ts';

type Parts = Pick<WebOptions, 'read'> & {
  readonly runtime: Pick<WebOptions['runtime'], 'linked' | 'surveyed'>;
  readonly tokens: SurveyTokens;
};

/** So many are told at once; who has sent them asks again. */
const mostAtOnce = 500;

const drawnCases = z.array(z.object({ case: z.string(), until: z.number() }));
const sent = z.strictObject({ case: z.string().regex(/^.+\/\d+$/) });

export function dueRoutes(parts: Parts): readonly StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/api/surveys/due',
      roles: ['admin'],
      async answer(request) {
        const drawn = drawnCases.parse(JSON.parse(await parts.read({ name: 'surveys' }, request.gone())));
        const surveys: object[] = [];
        for (const one of drawn) {
          const due = await dueOf(parts, one, request.ownOrigin());
          if (due) surveys.push(due);
          if (surveys.length === mostAtOnce) break;
        }
        return { status: 200, body: JSON.stringify({ schema: 'surveys-due/1', surveys }) };
      },
    },
    {
      method: 'POST',
      path: '/api/surveys/sent',
      roles: ['admin'],
      async answer({ body }) {
        const { case: id } = readShape(sent, body);
        const conversation = conversationOf(id);
        const due = (await parts.runtime.linked(conversation))?.due;
        if (due?.case !== id)
          throw new TouchpointError('CASE_UNKNOWN', `no survey by a link is due for case '${id}'`, {
            fix: 'take it from GET /api/surveys/due',
          });
        await parts.runtime.surveyed({ conversation, case: id, items: due.items, answers: [], comment: '' });
        return { status: 204, body: '' };
      },
    },
  ];
}

type Drawn = z.infer<typeof drawnCases>[number];

async function dueOf({ runtime, tokens }: Parts, { case: id, until }: Drawn, origin: string) {
  const conversation = conversationOf(id);
  const linked = await runtime.linked(conversation);
  if (linked?.due?.case !== id) return undefined;
  const { customer, channel, language, lastAt, profile, due } = linked;
  const { items } = due;
  return {
    ...{ case: id, conversation, channel, customer, profile, language, items: [...items] },
    url: `${origin}/survey/${tokens.sign({ case: id, items: [...items] }, until)}`,
    lastAt: new Date(lastAt).toISOString(),
    until: new Date(until).toISOString(),
  };
}
