/**
 * What customers say: handled at once, or stored and put aside while an action runs.
 */
import type { Input } from '../../dialogs/input.ts';
import { isUrgent } from '../../dialogs/step/routing/wanted.ts';
import type { EventOf } from '../../events/event.ts';
import type { Bot, Hearing } from '../ports.ts';
import type { MessageItem } from './item.ts';
import type { Live } from './live.ts';
import type { Holding } from './mailboxes.ts';
import { type BatchPorts, givenNow, tryTurn } from './try-turn.ts';
import type { TurnEnd } from './turn.ts';

type Given = {
  readonly conversation: string;
  readonly items: readonly MessageItem[];
  readonly holding: Holding;
  /** nothing that was stored before them waits */
  readonly isInLine?: boolean;
};

/**
 * Messages that wait together are one customer turn. While an action runs, all but urgent ones are put aside; what another process put aside comes
 * before what is said later.
 */
export async function handleMessages(ports: BatchPorts, given: Given): Promise<void> {
  const { conversation, items, holding, isInLine = false } = given;
  let line: readonly MessageItem[] | undefined;
  try {
    const end = await tryTurn(ports, {
      conversation,
      isAwaited: true,
      async prepare({ bot, live }) {
        line = isInLine ? undefined : await findLine(ports, live, given);
        if (line) return undefined;
        const free = withoutHeld(items, holding);
        answerHeld(items, holding);
        const now = live.state.pending ? await urgentOnes(ports, { bot, live, items: free, holding }) : free;
        if (now.length === 0) return undefined;
        const vector = await bot.understand.vectorOf?.(textOf(now));
        return { taken: now, input: messageInput(ports, { bot, live, items: now, vector }) };
      },
    });
    if (line) await handleInLine(ports, given, line);
    else await settleMessages(ports, { ...given, end });
  } catch (error) {
    for (const item of items) putBack(item, holding, error);
  }
}

/**
 * All that waits in the store, in its order, where other processes may have put messages aside, or what was said before could not be handled.
 *
 * @returns `undefined` when `items` begin with just that
 */
async function findLine(
  { store }: BatchPorts,
  { head: { conversation }, state }: Live,
  { items, holding }: Given,
): Promise<readonly MessageItem[] | undefined> {
  if (state.pending) return undefined;
  // others put messages aside for an action only
  const isAlone = !store.sharing || state.counters.request === 0;
  if (isAlone && holding.held.length === 0) return undefined;
  const rows = await store.waiting(conversation);
  const stored = items.filter(({ isStored }) => isStored);
  const isLine = rows.length === stored.length && rows.every(({ id }, index) => id === items[index]?.row.id);
  return isLine ? undefined : rows.map((row) => ({ kind: 'message', row, isStored: true, settle: nobody }));
}

const nobody = { resolve: () => {}, reject: () => {} };

/** Those of `given` that were stored stand in the line, or were handled elsewhere; what was put aside here stands in it too. */
async function handleInLine(ports: BatchPorts, given: Given, line: readonly MessageItem[]): Promise<void> {
  const later = withoutHeld(given.items, given.holding).filter(({ isStored }) => !isStored);
  answerHeld(given.items, given.holding);
  given.holding.release();
  let failure: unknown;
  const settle = {
    resolve: () => {},
    reject: (error: unknown) => {
      failure ??= error;
    },
  };
  const first = line.map((item) => ({ ...item, settle }));
  if (first.length > 0) await handleMessages(ports, { ...given, items: first, isInLine: true });
  // what is said later never overtakes what could not be handled
  if (failure !== undefined) for (const item of later) putBack(item, given.holding, failure);
  else if (later.length > 0) await handleMessages(ports, { ...given, items: later, isInLine: true });
}

/** What was stored and acknowledged before waits for the next turn; what was not is given back to who sent it. */
function putBack(item: MessageItem, holding: Holding, error: unknown): void {
  if (item.isStored && withoutHeld([item], holding).length > 0) holding.hold(item);
  item.settle.reject(error);
}

function withoutHeld(items: readonly MessageItem[], { held }: Holding): readonly MessageItem[] {
  return items.filter((item) => !held.some(({ row }) => row.id === item.row.id));
}

/** What was put aside in an earlier try, on a state that was overtaken, is answered already; what repeats it is stored. */
function answerHeld(items: readonly MessageItem[], holding: Holding): void {
  const free = withoutHeld(items, holding);
  for (const item of items) if (!free.includes(item)) item.settle.resolve({ status: 'duplicate' });
}

type Settling = Given & { readonly end: TurnEnd | 'unknown' | undefined };

async function settleMessages(ports: BatchPorts, { conversation, items, holding, end }: Settling): Promise<void> {
  if (end === undefined) return;
  const left = withoutHeld(items, holding);
  if (end === 'unknown') for (const { settle } of left) settle.resolve({ status: 'unknown' });
  else if (end.status === 'committed') {
    const replies = end.events.filter((event): event is EventOf<'bot.said'> => event.type === 'bot.said');
    for (const { settle } of left) settle.resolve({ status: 'handled', replies });
    ports.probe('message.acknowledged');
    if (end.live.state.pending === null) holding.release();
  } else if (left.length === 1) for (const { settle } of left) settle.resolve({ status: 'duplicate' });
  else for (const item of left) await handleMessages(ports, { conversation, items: [item], holding });
}

type Understanding = { readonly bot: Bot; readonly live: Live; readonly items: readonly MessageItem[] };

/** "Tomorrow" is the day after it was said, however long the message waited. */
type Heard = Pick<MessageItem['row'], 'receivedAt' | 'zone'>;

function hearingOf({ state: { locale, open, lastSaid } }: Live, text: string, { receivedAt, zone }: Heard): Hearing {
  const isOffered = lastSaid.some(({ choices }) => choices.some(({ value }) => value === text));
  const place = zone === undefined ? {} : { zone };
  return { locale, expectsAnswer: open !== null, isOffered, at: receivedAt, ...place };
}

/** While an action runs only a wish for a person or to stop is taken; the rest is stored at once and waits for the result. */
async function urgentOnes(
  ports: BatchPorts,
  { bot, live, items, holding }: Understanding & { readonly holding: Holding },
): Promise<readonly MessageItem[]> {
  const urgent: MessageItem[] = [];
  for (const item of items) {
    if (isUrgent(bot.program, bot.understand(item.row.text, hearingOf(live, item.row.text, item.row))))
      urgent.push(item);
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

type Heeding = Understanding & { readonly vector: Float32Array | undefined };

function messageInput(ports: BatchPorts, { bot, live, items, vector }: Heeding): Input {
  const messages = items.map(({ row }) => ({
    input: row.providerId,
    via: row.via,
    text: row.text,
    ...(row.channelData === undefined ? {} : { channelData: row.channelData }),
    ...(row.from === undefined ? {} : { from: row.from }),
    ...(row.files === undefined ? {} : { files: row.files }),
    ...(row.entryPoint === undefined ? {} : { entryPoint: row.entryPoint }),
    ...(row.locale === undefined ? {} : { locale: row.locale }),
  }));
  const text = textOf(items);
  const [first] = items;
  const heard = first?.row ?? { receivedAt: live.head.at };
  const understood = bot.understand(text, { ...hearingOf(live, text, heard), vector });
  return { kind: 'message', ...givenNow(ports, live), messages, understood };
}

function textOf(items: readonly MessageItem[]): string {
  return items.map(({ row }) => row.text).join('\n');
}
