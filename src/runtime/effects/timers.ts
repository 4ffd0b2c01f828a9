/**
 * Fires stored timers when they are due, and sleeps until the next.
 */
import type { Instant } from '../../events/instant.ts';
import type { Clock, Log, Store, TimerRow } from '../ports.ts';
import type { Probe } from '../probe.ts';
import type { ContinuedItem, TimerItem } from '../turn/item.ts';
import type { Lives } from '../turn/live.ts';
import type { Work } from '../work.ts';

export type TimerPorts = {
  readonly store: Store;
  readonly lives: Pick<Lives, 'get'>;
  readonly clock: Clock;
  readonly work: Work;
  readonly log: Log;
  readonly probe: Probe;
  readonly post: (conversation: string, item: TimerItem | ContinuedItem) => Promise<void>;
};

export type Timers = {
  /** A timer was set: wakes earlier where it is the next. */
  schedule(dueAt: Instant): void;
  /** Fires everything due now, and what that makes due. */
  fire(): Promise<void>;
  stop(): void;
};

const atOnce = 200;
/** After a store that failed. */
const retryMs = 1_000;

export function createTimers({ store, lives, clock, work, log, post, probe }: TimerPorts): Timers {
  let wakesAt = Number.POSITIVE_INFINITY;
  let cancel = (): void => {};
  let isStopped = false;
  let firing: Promise<void> | undefined;
  return {
    schedule,
    fire,
    stop() {
      isStopped = true;
      cancel();
    },
  };

  function schedule(dueAt: Instant): void {
    if (isStopped || dueAt >= wakesAt) return;
    cancel();
    wakesAt = dueAt;
    cancel = clock.after(Math.max(0, dueAt - clock.now()), () => {
      wakesAt = Number.POSITIVE_INFINITY;
      void fire();
    });
  }

  function fire(): Promise<void> {
    firing ??= work.track(fireDue()).finally(() => {
      firing = undefined;
    });
    return firing;
  }

  async function fireDue(): Promise<void> {
    try {
      for (let rows = await due(); rows.length > 0 && !isStopped; rows = await due())
        await Promise.all(rows.map(fireOne));
      schedule((await store.timersNextDue()) ?? Number.POSITIVE_INFINITY);
    } catch (error) {
      log.error({ error }, 'timers could not be fired; they stay due');
      schedule(clock.now() + retryMs);
    }
  }

  function due(): Promise<readonly TimerRow[]> {
    return store.timersDue(clock.now(), atOnce);
  }

  async function fireOne({ conversation, timer }: TimerRow): Promise<void> {
    probe('timer.fired');
    if (timer.startsWith('link:')) await tellRoot(conversation, timer);
    await post(conversation, { kind: 'timer', timer });
  }

  /** The conversation an issue began in is told first, from no mailbox: two that tell each other never wait for each other. */
  async function tellRoot(conversation: string, timer: string): Promise<void> {
    const { issues = [], timers = {} } = (await lives.get(conversation))?.state ?? {};
    const issue = issues.find(({ case: id }) => id === timers[timer]?.request);
    if (!issue || issue.rootConversation === conversation) return;
    const { case: id, root } = issue;
    await post(issue.rootConversation, { kind: 'continued', case: id, root, by: conversation });
  }
}
