/**
 * Telling a customer something before they have to ask: where they may be told it, at a time of day they may be told it, and not too often. Who is held out,
 * by lot, is told nothing, so that it can be told what telling brings. Source: measurement §6.
 */
import type { Program } from '../../dialogs/program.ts';
import type { State } from '../../dialogs/state.ts';
import { armOf } from '../../dialogs/step/acting/arm-of.ts';
import { noticeExperiment } from '../../dialogs/step/inputs/on-notice.ts';
import { noticeKey } from '../../dialogs/step/issues/notice-key.ts';
import type { Instant } from '../../events/instant.ts';
import type { Notice, Telling, Told } from '../door.ts';
import type { Channel } from '../ports/delivery.ts';
import type { Bots, Clock, Store } from '../ports.ts';
import type { Live, Lives } from '../turn/live.ts';
import { quietFor } from './quiet-for.ts';

export type TellPorts = {
  readonly store: Pick<Store, 'conversationsOf' | 'customersBehind' | 'erasures'>;
  readonly lives: Pick<Lives, 'get'>;
  readonly bots: Pick<Bots, 'current'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly channels: ReadonlyMap<string, Channel>;
  notify(notice: Notice): Promise<'handled' | 'unknown'>;
};

/** Conversations of one customer that are looked at, the latest first. */
const mostConversations = 20;

export async function tellCustomer(
  ports: TellPorts,
  { customer: named, topic, data, dedupeKey }: Telling,
): Promise<Told> {
  const { program } = ports.bots.current();
  if (!program.notices.has(topic)) return { status: 'unknown_topic', topics: [...program.notices.keys()] };
  const customer = await customerNamed(ports, named);
  // asked of the store: what is live here may not know yet that another process erased them
  if (await isErased(ports, customer ?? named)) return { status: 'erased' };
  const lives = customer === undefined ? [] : await livesOf(ports, customer);
  const { zone, quiet, windowsMs, holdOut } = program.noticing;
  const at = ports.clock.now();
  const laterMs = quietFor(quiet, zone, at);
  const reached = reachedOf(ports, lives);
  const home = reached.find((live) => isOpen(live, windowsMs, at + laterMs)) ?? reached[0];
  if (customer === undefined || !home) return { status: 'unknown_customer' };
  const key = noticeKey(topic, dedupeKey);
  const { conversation, channel } = home.head;
  const states = lives.map(({ state }) => state);
  if (states.some(({ notices }) => notices.some((one) => one.key === key)))
    return { status: 'duplicate', conversation };
  const refused = refusalOf(program, states, at);
  if (refused) return refused;
  if (!isOpen(home, windowsMs, at + laterMs)) return { status: 'out_of_window', channel };
  const arm = armOf(noticeExperiment(topic), customer, holdOut);
  const probability = arm === 'held_out' ? holdOut : 1 - holdOut;
  const isHeld = arm === 'held_out';
  await ports.notify({
    ...{ conversation, id: key, notice: topic, values: data, key },
    ...(holdOut === 0 ? {} : { arm: { arm, probability } }),
    // who is held out waits for the morning too: else the two arms would begin at different hours
    ...(laterMs > 0 ? { laterMs } : {}),
  });
  if (isHeld) return { status: 'held_out', conversation };
  return laterMs === 0
    ? { status: 'told', conversation }
    : { status: 'later', conversation, at: new Date(at + laterMs).toISOString() };
}

/** By their id, or by a channel and who they are there; who signed in on the web is found under `web` too. */
async function customerNamed({ store }: TellPorts, named: string): Promise<string | undefined> {
  if ((await store.conversationsOf(named, 1)).length > 0) return named;
  const colon = named.indexOf(':');
  if (colon < 1) return undefined;
  const [channel, address] = [named.slice(0, colon), named.slice(colon + 1)];
  const signed = channel === 'web' ? await store.customersBehind({ channel: 'signed', address }) : [];
  const [found] = [...signed, ...(await store.customersBehind({ channel, address }))];
  return found;
}

async function livesOf({ store, lives }: TellPorts, customer: string): Promise<readonly Live[]> {
  const ids = await store.conversationsOf(customer, mostConversations);
  return (await Promise.all(ids.map((id) => lives.get(id)))).filter((live) => live !== undefined);
}

/** Where they may be told, the best first: the latest conversations on channels that reach them, then the others; an erased one reaches nobody. */
function reachedOf({ channels }: TellPorts, lives: readonly Live[]): readonly Live[] {
  const reached = lives.filter(({ head }) => head.customer !== null && head.address !== '');
  const pushes = ({ head }: Live): boolean => channels.get(head.channel)?.delivery === 'push';
  return [...reached.filter(pushes), ...reached.filter((live) => !pushes(live))];
}

/** Whether the business may write first there at that time. */
function isOpen({ head, state }: Live, windowsMs: Program['noticing']['windowsMs'], at: Instant): boolean {
  const windowMs = windowsMs[head.channel];
  return windowMs === undefined || at - state.customerAt <= windowMs;
}

async function isErased({ store }: TellPorts, customer: string): Promise<boolean> {
  return (await store.erasures()).some((one) => one.customer === customer);
}

function refusalOf({ noticing }: Program, states: readonly State[], at: Instant): Told | undefined {
  const said = states.flatMap(({ consent }) => consent ?? []).toSorted((a, b) => b.at - a.at)[0]?.value;
  if (!(said ?? noticing.consent === 'assumed')) return { status: 'no_consent' };
  const told = states.flatMap(({ notices }) => notices).filter((one) => at - one.at < noticing.withinMs);
  return told.length >= noticing.most ? { status: 'capped' } : undefined;
}
