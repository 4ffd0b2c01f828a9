import type { Event } from '../../../events/event.ts';
import type { Activity } from './activity.ts';
import { botActivityId } from './activity-id.ts';

/** The sign that the bot is at work: while an action runs, its answer will be a moment. Told to who listens now; in the history it means nothing. */
export function atWork({ type, conversation, seq, at }: Event, botName: string): readonly Activity[] {
  if (type !== 'action.requested') return [];
  return [
    {
      type: 'typing',
      id: botActivityId(conversation, seq),
      timestamp: new Date(at).toISOString(),
      channelId: 'directline',
      conversation: { id: conversation },
      from: { id: 'bot', name: botName, role: 'bot' },
    },
  ];
}
