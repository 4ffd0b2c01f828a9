/**
 * Requests whose caller waits for the replies (`expectReplies`): what the outbox sends meanwhile goes into the answer. A reply has one way, and one
 * order, whether it is waited for or not.
 */
import type { Activity } from 'botbuilder';
import type { Event } from '../../../events/event.ts';
import type { Clock } from '../../../runtime/ports.ts';

export type Exchange = {
  /** Events of its conversation, as they are committed. */
  happened(events: readonly Event[]): void;
  sent(seq: number, activity: Partial<Activity>): void;
  /** The message was taken. Resolves with all that was said when nothing more is to come, or the caller will wait no longer. */
  replies(): Promise<readonly Partial<Activity>[]>;
};

/** The Bot Framework gives up after fifteen seconds. */
const patienceMs = 12_000;

export function createExchange(clock: Clock): Exchange {
  const said: { seq: number; activity: Partial<Activity> }[] = [];
  const expected = new Set<number>();
  const acting = new Set<string>();
  let isTaken = false;
  const { promise, resolve } = Promise.withResolvers<void>();
  const cancel = clock.after(patienceMs, resolve);

  function look(): void {
    if (isTaken && expected.size === 0 && acting.size === 0) resolve();
  }

  function note(event: Event): void {
    if (isTold(event) && !said.some(({ seq }) => seq === event.seq)) expected.add(event.seq);
    if (event.type === 'action.requested' && event.data.purpose !== 'verify') acting.add(event.data.request);
    if (event.type === 'action.succeeded' || event.type === 'action.failed') acting.delete(event.data.request);
  }

  return {
    happened(events) {
      for (const event of events) note(event);
      look();
    },
    sent(seq, activity) {
      said.push({ seq, activity });
      expected.delete(seq);
      look();
    },
    async replies() {
      isTaken = true;
      look();
      await promise;
      cancel();
      return said.map(({ activity }) => activity);
    },
  };
}

const told: readonly Event['type'][] = [
  'bot.said',
  'agent.said',
  'handoff.requested',
  'handoff.unavailable',
  'handoff.accepted',
  'handoff.returned',
  'handoff.closed',
];

/** What the outbox will send. */
function isTold({ type }: Event): boolean {
  return told.includes(type);
}
