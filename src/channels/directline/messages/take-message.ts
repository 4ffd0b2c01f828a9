import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import type { SentFile } from '../../../events/speech/sent-file.ts';
import type { Received } from '../../../runtime/door.ts';
import type { Inbound } from '../../../runtime/ports.ts';
import type { HttpAnswer } from '../../contract/http.ts';
import { type Entered, unknownConversation } from '../access/enter.ts';
import { customerActivityId, customerPart } from '../activities/activity-id.ts';
import type { PostedActivity } from '../activities/posted-activity.ts';
import { toActivity } from '../activities/to-activity.ts';
import { json, refuse } from '../answers.ts';
import type { Context } from '../context.ts';
import { channelEntry, readLocale } from '../routes/opening-request.ts';

/** @property clientId under which the message is taken once */
export type Posted = {
  readonly context: Context;
  readonly entered: Extract<Entered, { ok: true }>;
  readonly activity: PostedActivity;
  readonly clientId: string;
  readonly files?: readonly SentFile[];
};

/** The protocol's limit: what takes a bot longer than this has failed, and the client sends it again. */
const patienceMs = 15_000;

/** Hands a message to the bot: 200 `{id}` after the commit that holds it; 502 when the bot fails or is silent for 15 s. */
export async function takeMessage(posted: Posted): Promise<HttpAnswer> {
  const { context, entered, activity } = posted;
  const part = customerPart(entered.conversation, posted.clientId);
  const inbound = toInbound(posted, part);
  if (!inbound) return refuse('MissingProperty', "a message needs 'text' or 'attachments'");
  const received = await receive(context, inbound);
  if (received === 'failed') return refuse('BotError', 'the bot failed: send the message again, it is taken once');
  if (received === 'late')
    return refuse('BotError', 'the bot took more than 15 s: send the message again, it is taken once');
  return answerOf({ context, id: customerActivityId(entered.conversation, part), activity, received });
}

/** A store that fails says so by itself: nothing was taken. */
async function receive(context: Context, inbound: Inbound): Promise<Received | 'failed' | 'late'> {
  const { runtime, wall, log } = context;
  return new Promise((resolve, reject) => {
    const cancel = wall.after(patienceMs, () => resolve('late'));
    runtime
      .receive(inbound)
      .then(resolve, (error: unknown) => {
        if (error instanceof TouchpointError) return reject(error);
        log.warn({ err: error, conversation: inbound.conversation }, 'a message could not be handled');
        resolve('failed');
      })
      .finally(cancel);
  });
}

function toInbound({ context, entered, activity, files = [] }: Posted, providerId: string): Inbound | undefined {
  const text = activity.text ?? (typeof activity.value === 'string' ? activity.value : '');
  const hasAttachments = files.length > 0 || (activity.attachments?.length ?? 0) > 0;
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
    ...(files.length > 0 ? { files } : {}),
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

type Taken = {
  readonly context: Context;
  readonly id: string;
  readonly activity: PostedActivity;
  readonly received: Received;
};

function answerOf({ context, id, activity, received }: Taken): HttpAnswer {
  if (received.status === 'unknown') return unknownConversation();
  if (activity.deliveryMode !== 'expectReplies') return json({ id });
  // replies are the bot's, and the bot sends no files of ours
  const setting = { botName: context.bot.name, replyTo: id, origin: '' };
  const replies = received.status === 'handled' ? received.replies : [];
  return json({ id, activities: replies.map((reply) => toActivity(reply, setting)) });
}
