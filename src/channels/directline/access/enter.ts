import type { HttpAnswer, HttpRequest } from '../../contract/http.ts';
import { refuse, tooMany } from '../answers.ts';
import type { Context } from '../context.ts';
import { authorise, type Caller } from './authorise.ts';
import type { RateLimit } from './create-rate-limit.ts';

export type Entered =
  | { readonly ok: true; readonly conversation: string; readonly caller: Exclude<Caller, { kind: 'refused' }> }
  | { readonly ok: false; readonly answer: HttpAnswer };

/**
 * Lets a caller into the conversation of the path: the secret into every one, a token into its own.
 *
 * @param limit how often a token may do this; who holds the secret is trusted
 */
export async function enter(context: Context, request: HttpRequest, limit: RateLimit): Promise<Entered> {
  const caller = authorise(context, request);
  const conversation = request.params['conversation'] ?? '';
  if (caller.kind === 'refused') return { ok: false, answer: caller.answer };
  if (caller.kind === 'secret') return { ok: true, conversation, caller };
  if (caller.claims.conv !== conversation) return { ok: false, answer: await elsewhere(context, conversation) };
  const wait = limit(conversation) || context.limits.calls(request.address);
  return wait > 0 ? { ok: false, answer: tooMany(wait) } : { ok: true, conversation, caller };
}

async function elsewhere({ store }: Context, conversation: string): Promise<HttpAnswer> {
  if (!(await store.load(conversation))) return unknownConversation();
  return refuse('NotAllowed', 'the token is for another conversation');
}

/** 404 for a conversation that was never begun. */
export function unknownConversation(): HttpAnswer {
  return refuse('NotFound', 'there is no such conversation: begin one with POST /v3/directline/conversations');
}
