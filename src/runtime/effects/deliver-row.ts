/** One delivery: what the channel says of it decides whether the row is settled, sent again, or given up. */
import type { Delivery, DeskOrder } from '../door.ts';
import type { Channel, ForOutside, OutboxRow, Sent } from '../ports/delivery.ts';
import type { Clock, Log, Store } from '../ports.ts';
import type { Probe } from '../probe.ts';
import type { Work } from '../work.ts';
import type { Pace, Paced } from './pace.ts';

export type OutboxPorts = {
  readonly store: Store;
  readonly clock: Clock;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly work: Work;
  readonly log: Log;
  readonly probe: Probe;
  /** notes in the conversation what became of a delivery */
  state(delivery: Delivery): Promise<unknown>;
  /** has people here take over what a desk outside could not be told of */
  order(order: DeskOrder): Promise<unknown>;
};

const firstRetryMs = 1_000;
const longestRetryMs = 600_000;

/**
 * @param tries how often each row was tried in this process
 * @throws TouchpointError STORE_… where what became of it could not be stored
 */
export async function deliverRow(
  ports: OutboxPorts & { readonly pace: Pick<Pace, 'add'> },
  row: OutboxRow,
  tries: Map<string, number>,
): Promise<void> {
  let passed = row.passed ?? 0;
  const sent = await trySend(ports.channels.get(row.channel), row, async (parts) => {
    passed = parts;
    ports.pace.add(pacedOf(ports, row), ports.clock.now());
    await ports.store.outboxPassed({ ...row, passed: parts });
  });
  ports.probe('reply.sent');
  if (sent.ok || sent.isFinal) {
    if (!sent.ok) await giveUp(ports, row);
    tries.delete(row.id);
    await ports.store.outboxDone([row]);
    return ports.probe('reply.settled');
  }
  if (sent.isUncertain && !row.outside) await note(ports, row, { id: `${row.id}:${passed}`, state: 'uncertain' });
  return tryLater(ports, { row, sent, tries });
}

export function pacedOf({ channels }: Pick<OutboxPorts, 'channels'>, { channel, address }: OutboxRow): Paced {
  return { channel, address, rates: channels.get(channel)?.rates };
}

type Failed = {
  readonly row: OutboxRow;
  readonly sent: Extract<Sent, { ok: false }>;
  readonly tries: Map<string, number>;
};

function tryLater({ store, clock, log }: OutboxPorts, { row, sent, tries }: Failed): Promise<void> {
  const { id, conversation, channel } = row;
  const tried = (tries.get(id) ?? 0) + 1;
  tries.set(id, tried);
  const delayMs = sent.retryAfterMs ?? Math.min(longestRetryMs, firstRetryMs * 2 ** (tried - 1));
  log.warn({ conversation, channel, tried, delayMs }, 'a reply was not delivered; it will be sent again');
  return store.outboxRetry(row, clock.now() + delayMs, sent.message);
}

function giveUp(ports: OutboxPorts, row: OutboxRow): Promise<void> {
  if (row.outside) return rerouteFrom(ports, row, row.outside);
  ports.log.warn({ conversation: row.conversation, channel: row.channel }, 'a reply can never be delivered');
  return note(ports, row, { id: row.id, state: 'failed' });
}

/** Nobody is left to wait for a desk that knows nothing of them. */
async function rerouteFrom(
  { log, order }: OutboxPorts,
  { conversation, channel: desk }: OutboxRow,
  { tells, handoff }: ForOutside,
): Promise<void> {
  log.warn({ conversation, desk, tells }, 'a desk outside could not be told');
  if (tells === 'over') return;
  const act = { act: 'reroute', why: 'undelivered', agent: '', name: '', outside: { desk, handoff } } as const;
  await order({ conversation, id: `reroute ${handoff}`, act });
}

async function note(
  { state }: OutboxPorts,
  { conversation, seq }: OutboxRow,
  what: Pick<Delivery, 'id' | 'state'>,
): Promise<void> {
  await state({ conversation, said: seq, ...what });
}

async function trySend(
  channel: Channel | undefined,
  row: OutboxRow,
  passed: (parts: number) => Promise<void>,
): Promise<Sent> {
  if (!channel) return { ok: false, message: `channel '${row.channel}' is not configured` };
  try {
    return await channel.send(row, passed);
  } catch (error) {
    return { ok: false, message: String(error) };
  }
}
