/** A part of a reply as an activity of the Bot Framework. */
import type { Activity, Attachment } from 'botbuilder';
import type { HandoffTold, OutboxRow } from '../../../runtime/ports/delivery.ts';
import type { Part } from '../../contract/reply/to-parts.ts';
import { toAttachments } from '../../directline/activities/to-attachments.ts';
import { toAdaptiveCard } from './to-adaptive-card.ts';

/** Channels that draw adaptive cards; the others get hero cards, which the Bot Framework turns into what they have. */
const adaptive = new Set(['msteams', 'webchat', 'directline', 'emulator', 'test']);

export function toActivity(row: OutboxRow, part: Part, channelId: string): Partial<Activity> {
  const { text, choices, cards = [] } = part;
  const actions = choices.map(({ title, value }) => ({ type: 'imBack', title, value }));
  // Teams has no suggested actions
  const keys = channelId === 'msteams' && actions.length > 0 ? [keysCard(text, actions)] : [];
  const attachments = [...cards.map((card) => (adaptive.has(channelId) ? toAdaptiveCard(card) : hero(card))), ...keys];
  return {
    type: 'message',
    ...(keys.length > 0 ? {} : { text }),
    inputHint: row.expectsInput ? 'expectingInput' : 'acceptingInput',
    ...(row.language === undefined ? {} : { locale: row.language }),
    ...(keys.length > 0 || actions.length === 0 ? {} : { suggestedActions: { to: [], actions } }),
    ...(attachments.length > 0 ? { attachments, attachmentLayout: row.isCarousel ? 'carousel' : 'list' } : {}),
    ...(row.survey === undefined ? {} : { channelData: { touchpoint: { survey: { item: row.survey } } } }),
  };
}

function keysCard(text: string, buttons: readonly object[]): Attachment {
  return { contentType: 'application/vnd.microsoft.card.hero', content: { text, buttons } };
}

function hero(card: NonNullable<Part['cards']>[number]): Attachment {
  return { contentType: 'application/octet-stream', ...toAttachments([card])[0] };
}

/** What a desk behind the channel is told (Bot Framework's handoff protocol). */
export function toHandoffEvent({ handoff }: OutboxRow): Partial<Activity> | undefined {
  if (!handoff) return undefined;
  if (handoff.type === 'handoff.requested') {
    const { team, reason, by } = handoff.data;
    return { type: 'event', name: 'handoff.initiate', value: { handoff: handoff.data.handoff, team, reason, by } };
  }
  return { type: 'event', name: 'handoff.status', value: statusOf(handoff) };
}

function statusOf(handoff: Exclude<HandoffTold, { readonly type: 'handoff.requested' }>) {
  if (handoff.type === 'handoff.unavailable') return { state: 'failed', message: handoff.data.why };
  return { state: handoff.type === 'handoff.accepted' ? 'accepted' : 'completed' };
}
