import type { HttpAnswer, HttpRequest } from '../../contract/http.ts';
import { authorise } from '../access/authorise.ts';
import { json, refuse } from '../answers.ts';
import type { Context } from '../context.ts';
import { tokenAnswer } from './token-answer.ts';

/** POST /tokens/refresh: the same grant with a new expiry. Only for a token that has not expired. */
export async function refreshToken(context: Context, request: HttpRequest): Promise<HttpAnswer> {
  const caller = authorise(context, request);
  if (caller.kind === 'refused') return caller.answer;
  if (caller.kind === 'secret') return refuse('NotAllowed', 'a secret does not expire: only a token can be refreshed');
  return json(tokenAnswer(context, caller.claims));
}
