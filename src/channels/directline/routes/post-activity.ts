import type { HttpAnswer, HttpRequest } from '../../contract/http.ts';
import { enter, unknownConversation } from '../access/enter.ts';
import { customerActivityId, customerPart } from '../activities/activity-id.ts';
import { noticeValue, postedActivity } from '../activities/posted-activity.ts';
import { json, refuse } from '../answers.ts';
import type { Context } from '../context.ts';
import { clientIdOf } from '../messages/client-id.ts';
import { type Posted, takeMessage } from '../messages/take-message.ts';
import { readBody } from './read-body.ts';

/** Activities that say something about the client and nothing to the bot: taken, and no turn. */
const silentTypes = ['conversationUpdate', 'typing', 'event', 'messageReaction', 'endOfConversation'];

/**
 * POST /conversations/{id}/activities: 200 `{id}` after the commit that holds the message. With `deliveryMode: "expectReplies"` the replies of this
 * turn come along as `activities`; what an action brings later does not. An event `touchpoint.notice` with `value: {notice, values}`, from who holds the
 * secret, is something the business has to tell.
 */
export async function postActivity(context: Context, request: HttpRequest): Promise<HttpAnswer> {
  const entered = await enter(context, request, context.limits.posts);
  if (!entered.ok) return entered.answer;
  const body = readBody(postedActivity, request.body);
  if (!body.ok) return body.answer;
  const activity = body.value;
  const posted = { context, entered, activity, clientId: clientIdOf(activity) ?? context.random.id() };
  if (activity.type === 'message') return takeMessage(posted);
  if (activity.type === 'event' && activity.name === 'touchpoint.notice') return takeNotice(posted);
  if (activity.type === 'typing')
    context.runtime.typing({ conversation: entered.conversation, who: 'customer', name: '' });
  if (silentTypes.includes(activity.type)) return takeSilently(posted);
  return refuse('NotSupported', `activities of type '${activity.type}' are not taken`);
}

/** Only the business speaks for the business: a customer's token does not. */
async function takeNotice({ context, entered, activity, clientId }: Posted): Promise<HttpAnswer> {
  if (entered.caller.kind !== 'secret') return refuse('NotAllowed', 'a notice comes from who holds the secret', 403);
  const told = noticeValue.safeParse(activity.value);
  if (!told.success) return refuse('BadArgument', "a notice needs 'value: { notice, values? }'");
  const { notice, values = {} } = told.data;
  const id = customerPart(entered.conversation, clientId);
  const taken = await context.runtime.notify({ conversation: entered.conversation, id, notice, values });
  return taken === 'unknown' ? unknownConversation() : json({ id: customerActivityId(entered.conversation, id) });
}

async function takeSilently({ context, entered: { conversation }, clientId }: Posted): Promise<HttpAnswer> {
  const id = customerActivityId(conversation, customerPart(conversation, clientId));
  return (await context.store.load(conversation)) ? json({ id }) : unknownConversation();
}
