/**
 * What happens to what a mailbox hands out: it becomes an input of a turn on the conversation's own program.
 */
import type { Input } from '../../dialogs/input.ts';
import { initialState } from '../../dialogs/state.ts';
import type { Instant } from '../../events/instant.ts';
import { isKnown } from '../surveys/asked-by-link.ts';
import { handleMessages } from './handle-messages.ts';
import { handleOrder } from './handle-order.ts';
import {
  type ActionItem,
  type BesideItem,
  type ContinuedItem,
  type DeliveryItem,
  type Item,
  inboxRow,
  type MessageItem,
  type NoticeItem,
  type OpenItem,
  type SlowItem,
  type TimerItem,
} from './item.ts';
import type { Live } from './live.ts';
import type { HandleBatch, Holding } from './mailboxes.ts';
import { type BatchPorts, givenNow, tryTurn } from './try-turn.ts';
import { takeTurn } from './turn.ts';

export function createHandleBatch(ports: BatchPorts): HandleBatch {
  return async (conversation, batch, holding) => {
    const [first] = batch;
    if (first?.kind === 'open') return handleOpen(ports, first);
    if (first?.kind === 'message')
      return handleMessages(ports, { conversation, items: batch.filter(isMessage), holding });
    if (first?.kind === 'notice') return handleNotice(ports, { conversation, item: first, holding });
    if (first?.kind === 'delivery') return handleDelivery(ports, conversation, first);
    if (first?.kind === 'judged' || first?.kind === 'surveyed') return handleBeside(ports, conversation, first);
    if (first?.kind === 'desk') return handleOrder(ports, conversation, first);
    if (first) return handleOther(ports, { conversation, item: first, holding });
  };
}

function isMessage(item: Item): item is MessageItem {
  return item.kind === 'message';
}

async function handleOpen(ports: BatchPorts, { opening, settle }: OpenItem): Promise<void> {
  const { conversation, channel, address, customer, entryPoint, locale, identified, profile } = opening;
  if (await ports.lives.get(conversation)) return settle.resolve('exists');
  const bot = ports.bots.current();
  const at = ports.clock.now();
  const head = { conversation, version: 0, seq: 0, at, channel, address, program: bot.program.hash, customer };
  const live: Live = { head, state: initialState(conversation) };
  const input: Input = {
    kind: 'opened',
    at,
    random: ports.random.unit(),
    conversation,
    customer,
    channel,
    entryPoint,
    locale,
    ...(identified === undefined ? {} : { identified }),
    ...(profile === undefined ? {} : { profile }),
  };
  try {
    const end = await takeTurn(ports, { course: { bot, change: 'none' }, live, input, inbox: [], handled: [] });
    settle.resolve(end.status === 'committed' ? 'opened' : 'exists');
  } catch (error) {
    settle.reject(error);
  }
}

type Noticed = { readonly conversation: string; readonly item: NoticeItem; readonly holding: Holding };

async function handleNotice(ports: BatchPorts, { conversation, item, holding }: Noticed): Promise<void> {
  const { notice, values, key, arm, laterMs, settle } = item;
  const given = {
    ...(key === undefined ? {} : { key }),
    ...(arm === undefined ? {} : { arm }),
    ...(laterMs === undefined ? {} : { laterMs }),
  };
  try {
    const end = await tryTurn(ports, {
      conversation,
      isAwaited: false,
      prepare: async ({ live }) => ({
        taken: [onceOnly(conversation, { channel: 'notice', id: item.id }, ports.clock.now())],
        input: { kind: 'notice', notice, values, ...given, ...givenNow(ports, live) },
      }),
    });
    settle.resolve(end === 'unknown' || end === undefined ? 'unknown' : 'handled');
    if (end !== undefined && end !== 'unknown' && end.status === 'committed' && end.live.state.pending === null)
      holding.release();
  } catch (error) {
    settle.reject(error);
  }
}

/** It changes nothing of the talk: no turn is taken, and what was put aside stays so. */
async function handleDelivery(ports: BatchPorts, conversation: string, item: DeliveryItem): Promise<void> {
  const { id, state, said, settle } = item;
  try {
    const end = await tryTurn(ports, {
      conversation,
      isAwaited: false,
      prepare: async ({ live }) => ({
        taken: [onceOnly(conversation, { channel: 'delivery', id }, ports.clock.now())],
        input: { kind: 'delivery', state, said: said ?? live.head.seq, ...givenNow(ports, live) },
      }),
    });
    settle.resolve(end === 'unknown' || end === undefined ? 'unknown' : 'handled');
  } catch (error) {
    settle.reject(error);
  }
}

type Once = { readonly channel: 'notice' | 'delivery'; readonly id: string };

/** What is no message stands in the inbox as one without words does, so that the same is taken once. */
function onceOnly(conversation: string, { channel, id }: Once, receivedAt: Instant): MessageItem {
  const row = {
    channel,
    account: '',
    providerId: id,
    conversation,
    receivedAt,
    via: 'text',
    text: '',
  } as const;
  return { kind: 'message', row: inboxRow(row), isStored: false, settle: { resolve: nothing, reject: nothing } };
}

function nothing(): void {}

async function handleOther(
  ports: BatchPorts,
  {
    conversation,
    item,
    holding,
  }: {
    readonly conversation: string;
    readonly item: ActionItem | SlowItem | TimerItem | ContinuedItem;
    readonly holding: Holding;
  },
): Promise<void> {
  const end = await tryTurn(ports, {
    conversation,
    isAwaited: item.kind === 'action',
    prepare: async ({ live }) => ({ taken: [], input: { ...inputOf(item, live), ...givenNow(ports, live) } }),
  });
  if (end !== undefined && end !== 'unknown' && end.status === 'committed' && end.live.state.pending === null)
    holding.release();
}

/** Of who was erased nothing more is noted. */
async function handleBeside(ports: BatchPorts, conversation: string, { settle, ...item }: BesideItem): Promise<void> {
  try {
    const end = await tryTurn(ports, {
      conversation,
      isAwaited: false,
      prepare: async ({ live }) =>
        item.kind === 'surveyed' && (await isErased(ports, conversation))
          ? undefined
          : { taken: [], input: { ...item, ...givenNow(ports, live) } },
    });
    settle.resolve(end === 'unknown' || end === undefined ? 'unknown' : 'handled');
  } catch (error) {
    settle.reject(error);
  }
}

/** Asked of the store: what is live here may not know yet that somebody else erased them. */
async function isErased({ store }: BatchPorts, conversation: string): Promise<boolean> {
  return !isKnown((await store.load(conversation))?.head);
}

/** The result of an action whose customer's words were erased while it ran would bring them back. */
function inputOf<T extends ActionItem | SlowItem | TimerItem | ContinuedItem>(
  item: T,
  { state }: Live,
): T | ActionItem {
  if (item.kind !== 'action') return item;
  const { pending, verifying } = state;
  const asked = pending?.request === item.request ? pending : verifying[item.request];
  if (asked?.input !== null || item.given === null) return item;
  return { ...item, result: { ok: false, failure: 'error', message: 'what it was given has been erased' } };
}
