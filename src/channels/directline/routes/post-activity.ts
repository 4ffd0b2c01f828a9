import type { Received } from '../../../runtime/door.ts';
import type { Inbound } from '../../../runtime/ports.ts';
import type { HttpAnswer, HttpRequest } from '../../contract/http.ts';
import { type Entered, enter, unknownConversation } from '../access/enter.ts';
import { customerActivityId, customerPart } from '../activities/activity-id.ts';
import { noticeValue, type PostedActivity, postedActivity } from '../activities/posted-activity.ts';
import { toActivity } from '../activities/to-activity.ts';
import { json, refuse } from '../answers.ts';
import type { Context } from '../context.ts';
import { channelEntry, readLocale } from './opening-request.ts';
import { readBody } from './read-body.ts';

/** Activities that say something about the client and nothing to the bot: taken, and no turn. */
const silentTypes = ['conversationUpdate', 'typing', 'event', 'messageReaction', 'endOfConversation'];

/**
 * POST /conversations/{id}/activities: 200 `{id}` after the commit that holds the message. With `deliveryMode: "expectReplies"` the replies of this
 * turn come along as `activities`; what an action brings later does not. An event `touchpoint.notice` with `value: {notice, values}`, from who holds the
 * secret, is something the business has to tell.
 */
export async function postActivity(context: Context, request: HttpRequest): Promise<HttpAnswer> {
  const entered = enter(context, request, context.limits.posts);
  if (!entered.ok) return entered.answer;
  const body = readBody(postedActivity, request.body);
  if (!body.ok) return body.answer;
  const part = customerPart(entered.conversation, clientId(body.value) ?? context.random.id());
  const id = customerActivityId(entered.conversation, part);
  if (body.value.type === 'event' && body.value.name === 'touchpoint.notice')
    return takeNotice(context, { entered, activity: body.value, providerId: part });
  if (body.value.type === 'typing')
    context.runtime.typing({ conversation: entered.conversation, who: 'customer', name: '' });
  if (silentTypes.includes(body.value.type)) return takeSilently(context, entered.conversation, id);
  if (body.value.type !== 'message')
    return refuse('NotSupported', `activities of type '${body.value.type}' are not taken`);
  const inbound = toInbound({ context, entered, activity: body.value, providerId: part });
  if (!inbound) return refuse('MissingProperty', "a message needs 'text' or 'attachments'");
  return answerOf({ context, id, activity: body.value, received: await context.runtime.receive(inbound) });
}

type Posted = {
  readonly context: Context;
  readonly entered: Extract<Entered, { ok: true }>;
  readonly activity: PostedActivity;
  readonly providerId: string;
};

function toInbound({ context, entered, activity, providerId }: Posted): Inbound | undefined {
  const text = activity.text ?? (typeof activity.value === 'string' ? activity.value : '');
  const hasAttachments = (activity.attachments?.length ?? 0) > 0;
  if (text === '' && !hasAttachments) return undefined;
  return {
    channel: 'web',
    account: '',
    providerId,
    conversation: entered.conversation,
    receivedAt: context.clock.now(),
    via: text === '' ? 'attachment' : 'text',
    // a NUL is no character anybody types, and databases refuse it
    text: text.replaceAll('\u0000', '\uFFFD'),
    ...(activity.channelData === undefined ? {} : { channelData: activity.channelData }),
    from: sender(entered, activity),
    ...entryOf(activity),
    ...localeOf(activity),
    ...(activity.localTimezone ? { zone: activity.localTimezone } : {}),
  };
}

/** The token's user, whatever the activity says; who holds the secret may speak for anybody. */
function sender(entered: Extract<Entered, { ok: true }>, { from }: PostedActivity) {
  const { caller } = entered;
  const name = (caller.kind === 'token' ? caller.claims.name : undefined) ?? from?.name;
  return { id: caller.kind === 'token' ? caller.claims.user : (from?.id ?? 'user'), ...(name ? { name } : {}) };
}

/** A name that could be no entry point is passed over: it costs nobody their message. */
function entryOf({ channelData }: PostedActivity): { readonly entryPoint?: string } {
  // most messages name none: they are spared the look
  if (typeof channelData !== 'object' || channelData === null || !('touchpoint' in channelData)) return {};
  const named = channelEntry.safeParse(channelData).data?.touchpoint.entryPoint;
  return named === undefined ? {} : { entryPoint: named };
}

/** A tag that is none is passed over. */
function localeOf({ locale }: PostedActivity): { readonly locale?: string } {
  const known = readLocale(locale);
  return known === undefined ? {} : { locale: known };
}

function clientId({ channelData }: PostedActivity): string | undefined {
  if (typeof channelData !== 'object' || channelData === null || !('clientActivityID' in channelData)) return undefined;
  const id = channelData['clientActivityID'];
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/** Only the business speaks for the business: a customer's token does not. */
async function takeNotice(
  context: Context,
  { entered, activity, providerId }: Omit<Posted, 'context'>,
): Promise<HttpAnswer> {
  if (entered.caller.kind !== 'secret') return refuse('NotAllowed', 'a notice comes from who holds the secret', 403);
  const told = noticeValue.safeParse(activity.value);
  if (!told.success) return refuse('BadArgument', "a notice needs 'value: { notice, values? }'");
  const { notice, values = {} } = told.data;
  const taken = await context.runtime.notify({ conversation: entered.conversation, id: providerId, notice, values });
  return taken === 'unknown'
    ? unknownConversation()
    : json({ id: customerActivityId(entered.conversation, providerId) });
}

async function takeSilently(context: Context, conversation: string, id: string): Promise<HttpAnswer> {
  return (await context.store.load(conversation)) ? json({ id }) : unknownConversation();
}

type Taken = {
  readonly context: Context;
  readonly id: string;
  readonly activity: PostedActivity;
  readonly received: Received;
};

function answerOf({ context, id, activity, received }: Taken): HttpAnswer {
  if (received.status === 'unknown') return unknownConversation();
  if (activity.deliveryMode !== 'expectReplies') return json({ id });
  const setting = { botName: context.bot.name, replyTo: id };
  const replies = received.status === 'handled' ? received.replies : [];
  return json({ id, activities: replies.map((reply) => toActivity(reply, setting)) });
}
