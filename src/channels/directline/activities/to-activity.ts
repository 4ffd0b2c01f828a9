import type { Event, EventOf } from '../../../events/event.ts';
import type { Choice } from '../../../events/speech/choice.ts';
import type { SentFile } from '../../../events/speech/sent-file.ts';
import type { Activity, Attachment } from './activity.ts';
import { botActivityId, customerActivityId } from './activity-id.ts';
import { toAttachments } from './to-attachments.ts';

/** What an event does not say of itself: the bot's name, the id of the customer's message it answers, and where the client reaches this server. */
export type Setting = { readonly botName: string; readonly replyTo: string | undefined; readonly origin: string };

/**
 * An event as the client sees it.
 *
 * @returns `undefined` for the many events that are nobody's words. Erased words leave an activity with an empty text
 */
export function toActivity(event: Event, setting: Setting): Activity | undefined {
  switch (event.type) {
    case 'customer.said':
      return customerMessage(event, setting);
    case 'bot.said':
      return botMessage(event, setting);
    case 'agent.said':
      return agentMessage(event, setting);
    case 'handoff.requested':
      return { ...fromBot(event, setting), type: 'event', name: 'handoff.initiate', value: handoffContext(event) };
    default:
      return handoffStatus(event, setting);
  }
}

function customerMessage(event: EventOf<'customer.said'>, setting: Setting): Activity {
  const { text = '', channelData, from, files = [] } = event.words ?? {};
  const name = from?.name === undefined ? {} : { name: from.name };
  return {
    type: 'message',
    id: customerActivityId(event.conversation, event.data.input),
    ...place(event),
    from: { id: from?.id ?? 'user', ...name, role: 'user' },
    text,
    ...attachmentsOf(files, event, setting),
    ...(channelData === undefined ? {} : { channelData }),
  };
}

function attachmentsOf(
  files: readonly SentFile[],
  { conversation }: Event,
  { origin }: Setting,
): Pick<Activity, 'attachments'> {
  return files.length === 0 ? {} : { attachments: files.map((file) => sentFile(file, conversation, origin)) };
}

function sentFile({ id, contentType, name }: SentFile, conversation: string, origin: string): Attachment {
  const path = [conversation, id].map(encodeURIComponent).join('/');
  return { contentType, contentUrl: `${origin}/v3/directline/uploads/${path}`, name };
}

function botMessage(event: EventOf<'bot.said'>, setting: Setting): Activity {
  const { text = '', choices = [], cards = [], isCarousel } = event.words ?? {};
  const { survey, language } = event.data;
  return {
    ...fromBot(event, setting),
    type: 'message',
    text,
    ...(language === undefined ? {} : { locale: language }),
    inputHint: event.data.expectsInput ? 'expectingInput' : 'acceptingInput',
    ...(choices.length === 0 ? {} : { suggestedActions: { to: [], actions: choices.map(cardAction) } }),
    ...(cards.length === 0
      ? {}
      : { attachments: toAttachments(cards), attachmentLayout: isCarousel ? 'carousel' : 'list' }),
    ...(survey === undefined ? {} : { channelData: { touchpoint: { survey } } }),
  };
}

function agentMessage(event: EventOf<'agent.said'>, setting: Setting): Activity {
  const { text = '', name = '', files = [] } = event.words ?? {};
  const from = { id: event.data.agent, name, role: 'agent' } as const;
  return {
    ...fromBot(event, setting),
    from,
    type: 'message',
    text,
    ...attachmentsOf(files, event, setting),
    inputHint: 'acceptingInput',
  };
}

function cardAction(choice: Choice): { readonly type: 'imBack'; readonly title: string; readonly value: string } {
  return { type: 'imBack', title: choice.title, value: choice.value };
}

/**
 * How a handoff goes on, under the Bot Framework's name for it. Beside its states `accepted`, `failed` and `completed`: `queued`, with the place in the
 * queue (1: next) and the expected wait, where they are known.
 */
function handoffStatus(event: Event, setting: Setting): Activity | undefined {
  const value = statusOf(event);
  if (value === undefined) return undefined;
  return { ...fromBot(event, setting), type: 'event', name: 'handoff.status', value };
}

function statusOf(event: Event): Exclude<Activity['value'], undefined> | undefined {
  switch (event.type) {
    case 'handoff.queued':
      return { state: 'queued', position: event.data.position, waitSeconds: event.data.waitSeconds };
    case 'handoff.lost':
      return { state: 'queued' };
    case 'handoff.accepted':
      return { state: 'accepted', agent: event.words?.name ?? '' };
    case 'handoff.left':
    case 'handoff.returned':
    case 'handoff.closed':
      return { state: 'completed' };
    case 'handoff.unavailable':
      return { state: 'failed', message: event.data.why };
    default:
      return undefined;
  }
}

function handoffContext({ data }: EventOf<'handoff.requested'>) {
  return { handoff: data.handoff, team: data.team, reason: data.reason, by: data.by };
}

function fromBot(event: Event, { botName, replyTo }: Setting) {
  return {
    id: botActivityId(event.conversation, event.seq),
    ...place(event),
    from: { id: 'bot', name: botName, role: 'bot' as const },
    ...(replyTo === undefined ? {} : { replyToId: replyTo }),
  };
}

function place(event: Event) {
  return {
    timestamp: new Date(event.at).toISOString(),
    channelId: 'directline' as const,
    conversation: { id: event.conversation },
  };
}
