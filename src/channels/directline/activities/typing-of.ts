import type { Typing } from '../../../runtime/door.ts';
import type { Activity } from './activity.ts';

/** The sign that an agent is writing, for who listens now; in the history it means nothing. */
export function typingOf({ conversation, name }: Typing, at: number): Activity {
  return {
    type: 'typing',
    id: `${conversation}|typing`,
    timestamp: new Date(at).toISOString(),
    channelId: 'directline',
    conversation: { id: conversation },
    from: { id: 'agent', name, role: 'agent' },
  };
}
