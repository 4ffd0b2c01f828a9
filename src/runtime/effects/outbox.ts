/**
 * Delivers what turns have promised on channels that push: in order per conversation, again until the channel took it. A channel that is slow for one
 * conversation holds up no other.
 */
import type { Instant } from '../../events/instant.ts';
import type { OutboxRow } from '../ports/delivery.ts';
import { deliverRow, type OutboxPorts, pacedOf } from './deliver-row.ts';
import { createPace } from './pace.ts';

export type Outbox = {
  /** There may be something to send. */
  kick(): void;
  stop(): void;
};

const atOnce = 100;
/** After a store that failed. */
const retryMs = 1_000;
/** While some may not go yet: others may come due meanwhile. */
const longestPaceMs = 1_000;

export function createOutbox(ports: OutboxPorts): Outbox {
  const { store, clock, work, log } = ports;
  const tries = new Map<string, number>();
  const pace = createPace();
  /** lanes with a delivery under way: a desk outside holds up no reply to the customer */
  const sending = new Set<string>();
  /** rows that were settled since the outbox was last asked what is due: its answer may name them still */
  const settled = new Set<string>();
  let isPumping = false;
  let isKicked = false;
  let isStopped = false;
  let cancel = (): void => {};
  return {
    kick,
    stop() {
      isStopped = true;
      cancel();
    },
  };

  function kick(): void {
    isKicked = true;
    if (!isPumping && !isStopped) void work.track(pump());
  }

  async function pump(): Promise<void> {
    isPumping = true;
    while (isKicked && !isStopped) {
      isKicked = false;
      try {
        await sendDue();
      } catch (error) {
        log.error({ error }, 'the outbox could not be read; it stays as it is');
        sleepUntil(clock.now() + retryMs);
      }
    }
    isPumping = false;
  }

  /** What is under way is due still: the next look comes when it has ended. */
  async function sendDue(): Promise<void> {
    if (sending.size >= atOnce) return;
    settled.clear();
    const rows = await store.outboxDue(clock.now(), atOnce);
    const isFree = (row: OutboxRow): boolean => !sending.has(laneOf(row)) && !settled.has(row.id);
    const pacedMs = sendPaced(rows.filter(isFree).slice(0, atOnce - sending.size));
    if (pacedMs > 0) return sleepUntil(clock.now() + pacedMs);
    if (sending.size > 0) return;
    const next = await store.outboxNextDue();
    if (next !== undefined) sleepUntil(next);
  }

  /** @returns when to look again after those that may not go yet; 0 without any */
  function sendPaced(rows: readonly OutboxRow[]): number {
    let soonest = 0;
    for (const row of rows) {
      const waitMs = pace.take(pacedOf(ports, row), clock.now());
      if (waitMs === 0) void work.track(deliver(row));
      else soonest = Math.min(soonest || longestPaceMs, waitMs);
    }
    return soonest;
  }

  async function deliver(row: OutboxRow): Promise<void> {
    sending.add(laneOf(row));
    try {
      await deliverRow({ ...ports, pace }, row, tries);
      settled.add(row.id);
      sending.delete(laneOf(row));
      kick();
    } catch (error) {
      sending.delete(laneOf(row));
      log.error({ error, conversation: row.conversation }, 'what became of a reply could not be stored');
      sleepUntil(clock.now() + retryMs);
    }
  }

  function sleepUntil(due: Instant): void {
    cancel();
    if (!isStopped) cancel = clock.after(Math.max(0, due - clock.now()), kick);
  }
}

function laneOf({ conversation, channel }: OutboxRow): string {
  return `${channel} ${conversation}`;
}
