import type { Event } from '../../../events/event.ts';
import type { Store } from '../../../runtime/ports.ts';
import type { Activity } from '../activities/activity.ts';
import { atWork } from '../activities/at-work.ts';
import { readPage } from '../activities/read-page.ts';
import { toActivities } from '../activities/to-activities.ts';

/**
 * One client's view of a conversation: every activity after its watermark, in order, each once.
 *
 * @property notify tells of events just committed, in order of `seq`
 * @property look says that there may be more in the store
 * @property show sends what stands in no history, and moves no watermark
 */
export type Stream = { notify(events: readonly Event[]): void; look(): void; show(activity: Activity): void };

export type StreamOptions = {
  readonly store: Pick<Store, 'events'>;
  readonly botName: string;
  /** where the client reaches this server */
  readonly origin: string;
  readonly conversation: string;
  readonly after: number;
  /** hands a frame to the network; resolves when it is taken off our hands: at most one frame waits for a slow client */
  send(frame: string): Promise<void>;
  failed(error: unknown): void;
};

/** Events kept for a client that is slower than the conversation; more are read from the store again. */
const maxFresh = 200;

/**
 * Sends what the store holds after the watermark, then what is committed. Committed events are sent as they come where they follow on the last one
 * sent; after any gap (a slow client, another process) the store is read, so that nothing is missed and nothing comes twice.
 */
export function createStream(options: StreamOptions): Stream {
  let position = options.after;
  let behind = true;
  let running = false;
  let fresh: readonly Event[] = [];

  const notify = (events: readonly Event[]) => {
    fresh = [...fresh, ...events];
    if (fresh.length > maxFresh) [fresh, behind] = [[], true];
    if (!running) void run();
  };

  const run = async () => {
    running = true;
    try {
      while (behind || fresh.length > 0) await step();
    } catch (error) {
      options.failed(error);
    } finally {
      running = false;
    }
  };

  const step = async () => {
    const next = fresh.filter((event) => event.seq > position);
    fresh = [];
    if (behind || !followsOn(position, next)) await catchUp();
    else await follow(next);
  };

  const follow = async (events: readonly Event[]) => {
    const last = events.at(-1);
    if (!last) return;
    const activities = await toActivities(options, events);
    await send([...activities, ...events.flatMap((event) => atWork(event, options.botName))], last.seq);
  };

  const catchUp = async () => {
    // before the read, so that a gap that opens meanwhile is not forgotten
    behind = false;
    const page = await readPage(options, options.conversation, position);
    if (page.activities.length > 0) behind = true;
    await send(page.activities, page.watermark);
  };

  const send = async (activities: readonly Activity[], watermark: number) => {
    position = watermark;
    if (activities.length > 0) await options.send(JSON.stringify({ activities, watermark: String(watermark) }));
  };

  const look = () => {
    behind = true;
    if (!running) void run();
  };

  const show = (activity: Activity) => {
    void options.send(JSON.stringify({ activities: [activity] })).catch(options.failed);
  };

  void run();
  return { notify, look, show };
}

function followsOn(position: number, events: readonly Event[]): boolean {
  return events.every((event, index) => event.seq === position + 1 + index);
}
