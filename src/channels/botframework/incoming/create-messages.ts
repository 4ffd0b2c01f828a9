/**
 * POST /api/messages: an activity of a channel behind the Bot Framework. Answered after the commit that holds what it says; with `expectReplies` the
 * replies come along. What the bot has no use for is taken without a turn.
 */
import type { TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Event } from '../../../events/event.ts';
import type { ChannelHost } from '../../contract/channel-door.ts';
import type { HttpAnswer, HttpRequest } from '../../contract/http.ts';
import { createIntake, type Intake } from '../../contract/take-message.ts';
import type { Adapter } from '../adapter.ts';
import type { BotFrameworkOptions } from '../options.ts';
import { createExchange, type Exchange } from '../outgoing/create-exchange.ts';
import { isAllowedService } from '../service-url.ts';
import { type Posted, posted } from './posted.ts';
import { addressOf, toArrival } from './to-arrival.ts';
import { idOf, toMessage } from './to-message.ts';

export type Receiving = {
  readonly options: BotFrameworkOptions;
  readonly adapter: () => Promise<Adapter>;
  readonly exchanges: Map<string, Exchange>;
  /** shows the customer that the bot is at it */
  typing(address: string): void;
};

type Turn = Receiving & { readonly host: ChannelHost; readonly intake: Intake };

export function createMessages(receiving: Receiving, host: ChannelHost) {
  const turn = { ...receiving, host, intake: createIntake(host) };
  return async (request: HttpRequest): Promise<HttpAnswer> => {
    const body = posted.safeParse(request.body);
    if (!body.success) return answer(400, 'this is no activity');
    const { read, activity } = body.data;
    const { authorization = '' } = request.headers;
    const allowed = await (await receiving.adapter()).authenticate(activity, authorization);
    if (allowed === 'refused') return answer(401, 'the token is missing or not valid');
    if (allowed === 'failed') return answer(503, 'the token cannot be verified now');
    if (!isKnownService(receiving.options, read)) return answer(403, 'this serviceUrl may not be called from here');
    let answered: HttpAnswer = answer(200);
    await allowed.process(async (context) => {
      answered = await take(turn, read, context);
    });
    return answered;
  };
}

function answer(status: number, message?: string): HttpAnswer {
  return { status, body: message === undefined ? '' : JSON.stringify({ error: { message } }) };
}

/** A caller that waits for the replies names none. */
function isKnownService({ access, serviceUrls }: BotFrameworkOptions, { serviceUrl, deliveryMode }: Posted): boolean {
  if (!serviceUrl) return deliveryMode === 'expectReplies';
  return isAllowedService(serviceUrl, { allowed: serviceUrls, isAnonymous: access.kind === 'anonymous' });
}

function take(turn: Turn, read: Posted, context: TurnContext): Promise<HttpAnswer> {
  if (read.type === 'invoke') return takeInvoke(turn, read);
  if (read.deliveryMode === 'expectReplies') return takeAwaited(turn, read, context);
  return takeActivity(turn, read).then(() => answer(200));
}

async function takeActivity(turn: Turn, read: Posted): Promise<void> {
  if (read.type === 'message') return takeMessage(turn, read);
  if (read.type === 'conversationUpdate') return takeMembers(turn, read);
  if (read.type === 'event') return takeEvent(turn, read);
}

async function takeMessage({ host, intake, typing, options }: Turn, read: Posted): Promise<void> {
  const message = toMessage(read, host, options);
  if (!message) return;
  const { status } = await intake.take(message);
  if (status !== 'duplicate' && !message.isAwaited) typing(message.address);
}

/** Somebody who is not the bot has come: the conversation begins, and the bot greets. */
async function takeMembers({ host, intake }: Turn, read: Posted): Promise<void> {
  const people = (read.membersAdded ?? []).filter(({ id }) => id !== read.recipient?.id);
  const [first] = people;
  // the activity comes from the bot itself on some channels
  if (first)
    await intake.begin(toArrival({ ...read, from: read.from.id === read.recipient?.id ? first : read.from }, host));
}

const handoffStatus = z.looseObject({
  state: z.enum(['accepted', 'failed', 'completed']),
  message: z.string().max(1000).nullish(),
});

/** What a desk tells becomes a notice, with which a dialog may begin; a receipt says that everything so far was read. */
async function takeEvent({ host }: Turn, read: Posted): Promise<void> {
  const conversation = await host.store.conversationOf({ channel: 'botframework', address: addressOf(read) });
  if (conversation === undefined) return;
  const id = idOf(read, host);
  if (read.name === 'handoff.status') {
    const status = handoffStatus.safeParse(read.value);
    if (!status.success) return;
    const { state, message } = status.data;
    await host.runtime.notify({ conversation, id, notice: `handoff.${state}`, values: message ? { message } : {} });
  }
  if (read.name === 'application/vnd.microsoft.readReceipt')
    await host.runtime.state({ conversation, id, state: 'read' });
}

/** A key of an adaptive card; other invokes are refused as not known here. */
async function takeInvoke(turn: Turn, read: Posted): Promise<HttpAnswer> {
  const message =
    read.name === 'adaptiveCard/action' ? toMessage({ ...read, text: null }, turn.host, turn.options) : undefined;
  if (!message) return answer(501, `'${read.name ?? ''}' is not known here`);
  await turn.intake.take({ ...message, isAwaited: true });
  const body = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'OK' };
  return { status: 200, body: JSON.stringify(body) };
}

/** The outbox delivers into the answer as long as the request waits. */
async function takeAwaited(turn: Turn, read: Posted, context: TurnContext): Promise<HttpAnswer> {
  const { host, exchanges } = turn;
  const address = addressOf(read);
  const exchange = createExchange(host.clock);
  exchanges.set(address, exchange);
  const heard = hear(host, exchange);
  try {
    heard.follow(await turn.intake.begin(toArrival(read, host)));
    await takeActivity(turn, read);
    const replies = await exchange.replies();
    if (replies.length > 0) await context.sendActivities([...replies]);
    return { status: 200, body: JSON.stringify({ activities: context.bufferedReplyActivities }) };
  } finally {
    heard.stop();
    exchanges.delete(address);
  }
}

/** Which conversation it is is known only when it has begun, and has happened in already. */
function hear({ runtime }: ChannelHost, exchange: Exchange) {
  let followed: string | undefined;
  const before = new Map<string, Event[]>();
  const stop = runtime.listen((conversation, events) => {
    if (conversation === followed) exchange.happened(events);
    else if (followed === undefined) before.set(conversation, [...(before.get(conversation) ?? []), ...events]);
  });
  return {
    stop,
    follow(conversation: string): void {
      followed = conversation;
      exchange.happened(before.get(conversation) ?? []);
      before.clear();
    },
  };
}
