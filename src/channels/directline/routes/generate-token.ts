import type { HttpAnswer, HttpRequest } from '../../contract/http.ts';
import { authorise } from '../access/authorise.ts';
import { json, refuse } from '../answers.ts';
import type { Context } from '../context.ts';
import { newGrant } from './new-grant.ts';
import { openingRequest } from './opening-request.ts';
import { readBody } from './read-body.ts';
import { tokenAnswer } from './token-answer.ts';

/** POST /tokens/generate: a token for a conversation that is not yet begun. Only for the secret. */
export async function generateToken(context: Context, request: HttpRequest): Promise<HttpAnswer> {
  const caller = authorise(context, request);
  if (caller.kind === 'refused') return caller.answer;
  if (caller.kind === 'token') return refuse('NotAllowed', 'tokens are generated with the secret, not with a token');
  const body = readBody(openingRequest, request.body);
  return body.ok ? json(tokenAnswer(context, newGrant(context, body.value))) : body.answer;
}
