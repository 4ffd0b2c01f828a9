import { z } from 'zod';
import type { HttpAnswer, HttpRequest } from '../../contract/http.ts';
import { readUserToken } from '../../contract/verify/read-user-token.ts';
import type { Grant } from '../access/create-tokens.ts';
import { json, refuse, tooMany } from '../answers.ts';
import type { Context } from '../context.ts';
import { newGrant } from './new-grant.ts';
import { entryPoint } from './opening-request.ts';
import { readBody } from './read-body.ts';
import { tokenAnswer } from './token-answer.ts';

const widgetRequest = z.looseObject({
  entryPoint: entryPoint.nullish(),
  locale: z.string().max(64).nullish(),
  userToken: z.string().max(8192).nullish(),
  conversationId: z.string().max(256).nullish(),
  token: z.string().max(8192).nullish(),
});
type WidgetRequest = z.infer<typeof widgetRequest>;

/** How long after its expiry a token still brings a visitor back to their conversation: a laptop may sleep over night. */
const resumeSeconds = 86_400;

/**
 * POST /widget/token: a token for the widget, which has no secret; as tokens/generate plus `userId`. Allowed for the configured pages (else this
 * server's own), 30 a minute per address. With `conversationId` and its `token` the visitor goes on where they were, and with a `userToken` too is known
 * from then on.
 */
export async function widgetToken(context: Context, request: HttpRequest): Promise<HttpAnswer> {
  if (context.access.kind === 'development' && !request.isLocal()) return foreign();
  if (!isAllowedPage(context, request)) return foreign();
  const wait = context.limits.visits(request.address);
  if (wait > 0) return tooMany(wait);
  const body = readBody(widgetRequest, request.body);
  if (!body.ok) return body.answer;
  const granted = body.value.token
    ? await resume(context, body.value, body.value.token)
    : begin(context, request, body.value);
  return granted.ok ? json({ ...tokenAnswer(context, granted.grant), userId: granted.grant.user }) : granted.answer;
}

type Granted = { readonly ok: true; readonly grant: Grant } | { readonly ok: false; readonly answer: HttpAnswer };

function isAllowedPage({ widgetOrigins }: Context, request: HttpRequest): boolean {
  const origin = request.headers.origin?.toLowerCase();
  if (origin === undefined) return true;
  return widgetOrigins.length === 0 ? origin === request.ownOrigin() : widgetOrigins.includes(origin);
}

async function resume(context: Context, body: WidgetRequest, token: string): Promise<Granted> {
  const read = context.tokens.read(token, 'directline');
  if (read.kind === 'forged') return denied('BadArgument', 'the token is not valid');
  if (read.kind === 'expired' && read.sinceSeconds > resumeSeconds)
    return denied('TokenExpired', 'the token has expired');
  if (body.conversationId !== read.claims.conv) return denied('NotAllowed', 'the token is for another conversation');
  return body.userToken ? recognise(context, read.claims, body.userToken) : { ok: true, grant: read.claims };
}

/** Who was nobody until now goes on as a customer of the business; the conversation of another customer is not for them. */
async function recognise(context: Context, grant: Grant, userToken: string): Promise<Granted> {
  const identified = identify(context, grant, userToken);
  if (!identified.ok) return identified;
  const { conv: conversation, signed: before } = grant;
  const { signed: address = '' } = identified.grant;
  if (before !== undefined && before !== address) return denied('NotAllowed', 'the conversation is of somebody else');
  const customer = (await context.store.load(conversation))?.head.customer;
  if (before === undefined && customer != null)
    await context.store.customerOf({ channel: 'signed', address }, { customer, conversation });
  return identified;
}

function begin(context: Context, request: HttpRequest, body: WidgetRequest): Granted {
  const grant = newGrant(context, {
    entryPoint: body.entryPoint,
    locale: body.locale,
    trustedOrigins: context.widgetOrigins.length > 0 ? [...context.widgetOrigins] : ownPage(request),
  });
  return body.userToken ? identify(context, grant, body.userToken) : { ok: true, grant };
}

/** A token got without an Origin was got by no browser, and is bound to none. */
function ownPage({ headers }: HttpRequest): string[] {
  return headers.origin === undefined ? [] : [headers.origin];
}

function identify(context: Context, grant: Grant, userToken: string): Granted {
  if (context.identitySecret === undefined) {
    return denied('NotSupported', 'userToken is not taken here: set TOUCHPOINT_IDENTITY_SECRET');
  }
  const user = readUserToken(userToken, { secret: context.identitySecret, clock: context.clock });
  if (user.kind === 'refused') return denied(user.code, user.message);
  return { ok: true, grant: { ...grant, signed: user.sub, ...user.known } };
}

function denied(code: 'BadArgument' | 'TokenExpired' | 'NotAllowed' | 'NotSupported', message: string): Granted {
  return { ok: false, answer: refuse(code, message, 403) };
}

function foreign(): HttpAnswer {
  return refuse('NotAllowed', 'this page may not embed the widget: add its origin to widget.origins');
}
