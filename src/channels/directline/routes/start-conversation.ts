import type { HttpAnswer, HttpRequest } from '../../contract/http.ts';
import { authorise } from '../access/authorise.ts';
import type { Grant } from '../access/create-tokens.ts';
import { json, tooMany } from '../answers.ts';
import type { Context } from '../context.ts';
import { newGrant } from './new-grant.ts';
import { type OpeningRequest, openingRequest, readLocale } from './opening-request.ts';
import { readBody } from './read-body.ts';
import { streamUrl, tokenAnswer } from './token-answer.ts';

/**
 * POST /conversations: begins the token's conversation, or a new one for the secret. 201 when it began, 200 when it had begun before; the
 * stream replays from the beginning.
 */
export async function startConversation(context: Context, request: HttpRequest): Promise<HttpAnswer> {
  const caller = authorise(context, request);
  if (caller.kind === 'refused') return caller.answer;
  const wait = caller.kind === 'token' ? context.limits.posts(caller.claims.conv) : 0;
  if (wait > 0) return tooMany(wait);
  const body = readBody(openingRequest, request.body);
  if (!body.ok) return body.answer;
  const grant = caller.kind === 'token' ? caller.claims : newGrant(context, body.value);
  const opened = await open(context, grant, body.value);
  const address = streamUrl(context, grant, { ownOrigin: request.ownOrigin(), watermark: 0 });
  return json({ ...tokenAnswer(context, grant), streamUrl: address }, opened === 'opened' ? 201 : 200);
}

async function open(context: Context, grant: Grant, request: OpeningRequest): Promise<'opened' | 'exists'> {
  return context.runtime.open({
    conversation: grant.conv,
    channel: 'web',
    address: grant.conv,
    entryPoint: grant.entry,
    customer: await customerOf(context, grant),
    identified: grant.signed !== undefined,
    ...(grant.profile === undefined ? {} : { profile: grant.profile }),
    locale: readLocale(request.locale) ?? readLocale(grant.locale) ?? context.locale,
  });
}

/** Who the business says they are counts on every channel, and before what the client calls them. */
function customerOf({ store, random }: Context, { conv: conversation, user, signed }: Grant): Promise<string> {
  const identity = signed === undefined ? { channel: 'web', address: user } : { channel: 'signed', address: signed };
  return store.customerOf(identity, { customer: `cus_${random.id()}`, conversation });
}
