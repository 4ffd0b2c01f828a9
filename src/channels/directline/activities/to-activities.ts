import type { Event } from '../../../events/event.ts';
import type { Store } from '../../../runtime/ports.ts';
import type { Activity } from './activity.ts';
import { customerActivityId } from './activity-id.ts';
import { toActivity } from './to-activity.ts';

type Source = { readonly store: Pick<Store, 'events'>; readonly botName: string; readonly origin: string };
type Said = { readonly turn: number; readonly id: string };

/** Most events are a few places away from the message they answer. */
const lookBack = 64;

/**
 * Events of one conversation, in order of `seq`, as the client sees them. Each reply names the last message of its turn; where that stands before
 * these events (an action's late result) it is looked up.
 */
export async function toActivities(source: Source, events: readonly Event[]): Promise<readonly Activity[]> {
  const activities: Activity[] = [];
  let said: Said | undefined;
  for (const event of events) {
    if (event.type === 'customer.said') said = saidIn(event);
    else if (isReply(event) && said?.turn !== event.turn) said = await findSaid(source.store, event);
    const activity = toActivity(event, { ...source, replyTo: event.turn === 0 ? undefined : said?.id });
    if (activity) activities.push(activity);
  }
  return activities;
}

/** Before the customer spoke (turn 0) there is nothing to reply to. */
function isReply(event: Event): boolean {
  return (
    event.turn > 0 && (event.type === 'bot.said' || event.type === 'agent.said' || event.type.startsWith('handoff.'))
  );
}

function saidIn(event: Event): Said | undefined {
  if (event.type !== 'customer.said') return undefined;
  return { turn: event.turn, id: customerActivityId(event.conversation, event.data.input) };
}

async function findSaid(store: Pick<Store, 'events'>, reply: Event): Promise<Said | undefined> {
  for (let end = reply.seq - 1; end > 0; end -= lookBack) {
    const after = Math.max(0, end - lookBack);
    const earlier = await store.events(reply.conversation, { after, limit: end - after });
    const said = earlier.findLast((event) => event.type === 'customer.said' && event.turn === reply.turn);
    if (said) return saidIn(said);
    if (earlier.some((event) => event.turn < reply.turn)) return undefined;
  }
  return undefined;
}
