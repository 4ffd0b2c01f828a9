/**
 * What happens to what a mailbox hands out: it becomes an input of a turn on the conversation's own program.
 */
import type { Input } from '../../dialogs/input.ts';
import { initialState } from '../../dialogs/state.ts';
import { isUrgent } from '../../dialogs/step/routing/wanted.ts';
import type { EventOf } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import type { ActionItem, Item, MessageItem, OpenItem, SlowItem, TimerItem } from './item.ts';
import type { Live } from './live.ts';
import type { HandleBatch, Holding } from './mailboxes.ts';
import type { Bot, Bots, Clock, Random } from '../ports.ts';
import { takeTurn, type TurnEnd, type TurnPorts } from './turn.ts';

export type BatchPorts = TurnPorts & { readonly clock: Clock; readonly random: Random; readonly bots: Bots };

/** Other processes may move the conversation between our look and our commit; each loss is retried on fresh state. */
const mostConflicts = 50;

export function createHandleBatch(ports: BatchPorts): HandleBatch {
  return async (conversation, batch, holding) => {
    const [first] = batch;
    if (first?.kind === 'open') return handleOpen(ports, first);
    if (first?.kind === 'message') return handleMessages(ports, conversation, batch.filter(isMessage), holding);
    if (first) return handleOther(ports, { conversation, item: first, holding });
  };
}

function isMessage(item: Item): item is MessageItem {
  return item.kind === 'message';
}

async function handleOpen(ports: BatchPorts, { opening, settle }: OpenItem): Promise<void> {
  const { conversation, channel, address, customer, entryPoint, locale } = opening;
  if (await ports.lives.get(conversation)) return settle.resolve('exists');
  const bot = ports.bots.current();
  const at = ports.clock.now();
  const head = { conversation, version: 0, seq: 0, at, channel, address, program: bot.program.hash };
  const live: Live = { head, state: initialState(conversation) };
  const input: Input = { kind: 'opened', at, random: ports.random.unit(), conversation, customer, channel, entryPoint, locale };
  try {
    const end = await takeTurn(ports, { bot, live, input, inbox: [], handled: [] });
    settle.resolve(end.status === 'committed' ? 'opened' : 'exists');
  } catch (error) {
    settle.reject(error);
  }
}

async function handleMessages(
  ports: BatchPorts,
  conversation: string,
  items: readonly MessageItem[],
  holding: Holding,
): Promise<void> {
  try {
    const end = await tryTurn(ports, conversation, async ({ bot, live }) => {
      const now = live.state.pending ? await urgentOnes(ports, { bot, items, holding }) : items;
      return now.length === 0 ? undefined : { taken: now, input: messageInput(ports, { bot, live, items: now }) };
    });
    await settleMessages(ports, { conversation, items, holding, end });
  } catch (error) {
    for (const { settle } of items) settle.reject(error);
  }
}

type Settling = {
  readonly conversation: string;
  readonly items: readonly MessageItem[];
  readonly holding: Holding;
  readonly end: TurnEnd | 'unknown' | undefined;
};

async function settleMessages(ports: BatchPorts, { conversation, items, holding, end }: Settling): Promise<void> {
  if (end === undefined) return;
  const left = items.filter((item) => !holding.held.some(({ row }) => row.id === item.row.id));
  if (end === 'unknown') for (const { settle } of left) settle.resolve({ status: 'unknown' });
  else if (end.status === 'committed') {
    const replies = end.events.filter((event): event is EventOf<'bot.said'> => event.type === 'bot.said');
    for (const { settle } of left) settle.resolve({ status: 'handled', replies });
    ports.probe('message.acknowledged');
    if (end.live.state.pending === null) holding.release();
  } else if (left.length === 1) for (const { settle } of left) settle.resolve({ status: 'duplicate' });
  else for (const item of left) await handleMessages(ports, conversation, [item], holding);
}

/** While an action runs only a wish for a person or to stop is taken; the rest is stored at once and waits for the result. */
async function urgentOnes(
  ports: BatchPorts,
  { bot, items, holding }: { readonly bot: Bot; readonly items: readonly MessageItem[]; readonly holding: Holding },
): Promise<readonly MessageItem[]> {
  const urgent: MessageItem[] = [];
  for (const item of items) {
    if (isUrgent(bot.program, bot.understand(item.row.text))) urgent.push(item);
    else await hold(ports, item, holding);
  }
  return urgent;
}

async function hold(ports: BatchPorts, item: MessageItem, holding: Holding): Promise<void> {
  const stored = item.isStored ? 'stored' : await ports.store.accept(item.row);
  ports.probe('message.held');
  if (stored === 'duplicate') return item.settle.resolve({ status: 'duplicate' });
  holding.hold({ ...item, isStored: true });
  item.settle.resolve({ status: 'deferred' });
}

async function handleOther(
  ports: BatchPorts,
  { conversation, item, holding }: { readonly conversation: string; readonly item: ActionItem | SlowItem | TimerItem; readonly holding: Holding },
): Promise<void> {
  const end = await tryTurn(ports, conversation, async ({ live }) => {
    return { taken: [], input: { ...item, ...given(ports, live) } };
  });
  if (end !== undefined && end !== 'unknown' && end.status === 'committed' && end.live.state.pending === null) holding.release();
}

type Prepared = { readonly taken: readonly MessageItem[]; readonly input: Input };
type Prepare = (now: { readonly bot: Bot; readonly live: Live }) => Promise<Prepared | undefined>;

/** @returns `undefined` when there was nothing to do; 'unknown' when there is no such conversation */
async function tryTurn(ports: BatchPorts, conversation: string, prepare: Prepare): Promise<TurnEnd | 'unknown' | undefined> {
  for (let conflicts = 0; ; conflicts++) {
    const live = await ports.lives.get(conversation);
    ports.probe('state.loaded');
    if (!live) return 'unknown';
    const bot = ports.bots.withHash(live.head.program);
    const prepared = await prepare({ bot, live });
    if (!prepared) return undefined;
    const { taken, input } = prepared;
    const inbox = taken.filter((item) => !item.isStored).map(({ row }) => row);
    const handled = taken.filter((item) => item.isStored).map(({ row }) => row.id);
    const end = await takeTurn(ports, { bot, live, input, inbox, handled });
    if (end.status !== 'conflict' || conflicts === mostConflicts) return end;
  }
}

function messageInput(
  ports: BatchPorts,
  { bot, live, items }: { readonly bot: Bot; readonly live: Live; readonly items: readonly MessageItem[] },
): Input {
  const messages = items.map(({ row }) => ({
    input: row.providerId,
    via: row.via,
    text: row.text,
    ...(row.channelData === undefined ? {} : { channelData: row.channelData }),
    ...(row.from === undefined ? {} : { from: row.from }),
  }));
  const understood = bot.understand(messages.map(({ text }) => text).join('\n'));
  return { kind: 'message', ...given(ports, live), messages, understood };
}

function given(ports: BatchPorts, live: Live): { readonly at: Instant; readonly random: number } {
  return { at: Math.max(ports.clock.now(), live.head.at), random: ports.random.unit() };
}
