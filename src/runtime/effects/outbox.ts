/**
 * Delivers what turns have promised on channels that push: in order per conversation, again until the channel took it. A channel that is slow for one
 * conversation holds up no other.
 */
import type { Instant } from '../../events/instant.ts';
import type { Channel, Clock, Log, OutboxRow, Sent, Store } from '../ports.ts';
import type { Probe } from '../probe.ts';
import type { Work } from '../work.ts';

export type OutboxPorts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly work: Work;
  readonly log: Log;
  readonly probe: Probe;
};

export type Outbox = {
  /** There may be something to send. */
  kick(): void;
  stop(): void;
};

const atOnce = 100;
const firstRetryMs = 1_000;
const longestRetryMs = 600_000;

export function createOutbox({ store, clock, channels, work, log, probe }: OutboxPorts): Outbox {
  const tries = new Map<string, number>();
  /** conversations with a delivery under way */
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
        sleepUntil(clock.now() + firstRetryMs);
      }
    }
    isPumping = false;
  }

  /** What is under way is due still: the next look comes when it has ended. */
  async function sendDue(): Promise<void> {
    if (sending.size >= atOnce) return;
    settled.clear();
    const rows = await store.outboxDue(clock.now(), atOnce);
    const isFree = ({ id, conversation }: OutboxRow): boolean => !sending.has(conversation) && !settled.has(id);
    for (const row of rows.filter(isFree).slice(0, atOnce - sending.size)) void work.track(deliver(row));
    if (sending.size > 0) return;
    const next = await store.outboxNextDue();
    if (next !== undefined) sleepUntil(next);
  }

  async function deliver(row: OutboxRow): Promise<void> {
    sending.add(row.conversation);
    try {
      await sendOne(row);
      settled.add(row.id);
      sending.delete(row.conversation);
      kick();
    } catch (error) {
      sending.delete(row.conversation);
      log.error({ error, conversation: row.conversation }, 'what became of a reply could not be stored');
      sleepUntil(clock.now() + firstRetryMs);
    }
  }

  async function sendOne(row: OutboxRow): Promise<void> {
    const sent = await trySend(channels.get(row.channel), row);
    probe('reply.sent');
    if (sent.ok) {
      tries.delete(row.id);
      await store.outboxDone([row]);
      return probe('reply.settled');
    }
    const tried = (tries.get(row.id) ?? 0) + 1;
    tries.set(row.id, tried);
    const delayMs = sent.retryAfterMs ?? Math.min(longestRetryMs, firstRetryMs * 2 ** (tried - 1));
    log.warn(
      { conversation: row.conversation, channel: row.channel, tried, delayMs },
      'a reply was not delivered; it will be sent again',
    );
    return store.outboxRetry(row, clock.now() + delayMs, sent.message);
  }

  function sleepUntil(due: Instant): void {
    cancel();
    if (!isStopped) cancel = clock.after(Math.max(0, due - clock.now()), kick);
  }
}

async function trySend(channel: Channel | undefined, row: OutboxRow): Promise<Sent> {
  if (!channel) return { ok: false, message: `channel '${row.channel}' is not configured` };
  try {
    return await channel.send(row);
  } catch (error) {
    return { ok: false, message: String(error) };
  }
}
