import type { Store } from '../../../runtime/ports.ts';
import type { Activity } from './activity.ts';
import { toActivities } from './to-activities.ts';

export type Page = {
  readonly activities: readonly Activity[];
  /** sequence number of the last event seen: what the next page begins after */
  readonly watermark: number;
};

/** Events read at a time. */
const pageEvents = 200;

type Source = { readonly store: Pick<Store, 'events'>; readonly botName: string; readonly origin: string };

/**
 * The activities after a watermark, in order. Stretches of events that no client sees are passed over, so that an empty page means the end.
 */
export async function readPage(source: Source, conversation: string, after: number): Promise<Page> {
  let watermark = after;
  for (;;) {
    const events = await source.store.events(conversation, { after: watermark, limit: pageEvents });
    const activities = await toActivities(source, events);
    watermark = events.at(-1)?.seq ?? watermark;
    if (activities.length > 0 || events.length < pageEvents) return { activities, watermark };
  }
}
