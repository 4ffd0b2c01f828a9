/**
 * What a turn costs as a conversation and a database grow: it must not. Turns are taken in a small and a large one by turns, so that what else the machine
 * does falls on both; `cold` is the first turn of a process that has not seen the conversation.
 */
import { fileURLToPath } from 'node:url';
import { webChannel } from '../../src/channels/directline/web-channel.ts';
import { openBot } from '../../src/cli/bot/open-bot.ts';
import { type StartedBot, startBot } from '../../src/cli/bot/start-bot.ts';
import type { Event } from '../../src/events/event.ts';
import type { Store } from '../../src/runtime/ports.ts';
import { createLives } from '../../src/runtime/turn/live.ts';
import { type Engine, withData } from '../data/with-data.ts';
import { type Benchmark, type BenchResult, median } from '../result.ts';

const folder = fileURLToPath(new URL('../..', import.meta.url));
const texts = ['what are your opening hours?', 'how much is delivery', 'do you ship abroad?', 'thanks a lot'];
const lengths = [10, 1_000, Number(process.env['BENCH_LENGTH'] ?? 100_000)];
const sizes = [10_000, Number(process.env['BENCH_EVENTS'] ?? 1_000_000)];
const samples = 200;
/** A short conversation is used up by its samples: there are many of it, and turns are taken in each. */
const mostCopies = 50;
const atOnce = 512;
const goal = 'ratio at most 1.3';

export function growthBenchmark(engine: Engine): Benchmark {
  return {
    name: `growth.${engine}`,
    measure: async () => [...(await withData(engine, (data) => byLength(engine, data))), ...(await bySize(engine))],
  };
}

type Talk = { readonly bot: StartedBot; readonly conversation: string; count: number };
/** Conversations of one length. */
type Talks = readonly Talk[];

async function byLength(engine: Engine, data: string): Promise<readonly BenchResult[]> {
  const bot = await start(data);
  const talks: Talks[] = [];
  for (const length of lengths) talks.push(await talksOf(bot, length));
  const warm = await alternate(talks, say);
  const cold = await alternate(talks, ({ conversation }) => createLives(bot.store).get(conversation));
  await bot.stop();
  return [...ratios(`length.${engine}.turn`, lengths, warm), ...ratios(`length.${engine}.cold`, lengths, cold)];
}

async function bySize(engine: Engine): Promise<readonly BenchResult[]> {
  return withData(engine, (small) =>
    withData(engine, async (large) => {
      const bots = [await start(small), await start(large)];
      for (const [index, bot] of bots.entries()) await fill(bot, sizes[index] ?? 0);
      const talks = await Promise.all(bots.map((bot) => talksOf(bot, 10)));
      const turns = await alternate(talks, say);
      for (const bot of bots) await bot.stop();
      return ratios(`size.${engine}.turn`, sizes, turns);
    }),
  );
}

async function start(data: string): Promise<StartedBot> {
  const output = { out: () => {}, err: () => {} };
  const opened = await openBot({ folder, environment: { TOUCHPOINT_LOG_LEVEL: 'error' }, output, isStarting: false });
  return startBot(opened, { data, channels: [webChannel] });
}

function talksOf(bot: StartedBot, length: number): Promise<Talks> {
  const copies = Math.max(1, Math.min(mostCopies, Math.floor(20_000 / length)));
  return Promise.all(Array.from({ length: copies }, (_, index) => talkOf(bot, `talk-${length}-${index}`, length)));
}

/** A conversation of at least so many events. */
async function talkOf(bot: StartedBot, conversation: string, events: number): Promise<Talk> {
  const talk = { bot, conversation, count: 0 };
  const opening = { channel: 'web', entryPoint: 'default', customer: conversation, locale: 'en' };
  await bot.runtime.open({ ...opening, conversation, address: conversation });
  for (let seq = 0; seq < events; seq = (await bot.store.load(conversation))?.head.seq ?? events) {
    for (let turn = 0; turn < Math.max(1, Math.min(500, (events - seq) / 10)); turn++) await say(talk);
  }
  return talk;
}

async function say(talk: Talk): Promise<void> {
  const { bot, conversation } = talk;
  const text = texts[talk.count % texts.length] ?? '';
  const message = { channel: 'web', account: 'web', providerId: `m${talk.count++}`, receivedAt: Date.now() };
  await bot.runtime.receive({ ...message, conversation, via: 'text', text });
}

/** Copies of one conversation, until there are so many events. */
async function fill(bot: StartedBot, events: number): Promise<void> {
  const { conversation } = await talkOf(bot, 'model', 30);
  const loaded = await bot.store.load(conversation);
  const model = await bot.store.events(conversation, { after: 0 });
  if (!loaded) throw new Error('the conversation to be copied is gone');
  const copies = Math.ceil(events / model.length);
  for (let first = 0; first < copies; first += atOnce) {
    const names = Array.from({ length: Math.min(atOnce, copies - first) }, (_, index) => `copy-${first + index}`);
    await Promise.all(names.map((name) => copy(bot.store, { ...loaded.head, conversation: name }, model)));
  }
}

type Head = NonNullable<Awaited<ReturnType<Store['load']>>>['head'];

async function copy(store: Store, head: Head, model: readonly Event[]): Promise<void> {
  const { conversation } = head;
  await store.commit({
    head: { ...head, version: 1, address: conversation },
    events: model.map((event) => ({ ...event, conversation })),
    snapshot: undefined,
    inbox: [],
    handled: [],
    outbox: [],
    timersSet: [{ conversation, timer: 't1', dueAt: head.at + 86_400_000 }],
    timersCleared: [],
    actionsAdded: [],
    actionsRemoved: [],
    dirtyCases: [],
  });
}

/** @returns milliseconds of each sample, by talk */
async function alternate(talks: readonly Talks[], act: (talk: Talk) => Promise<unknown>): Promise<readonly number[][]> {
  const taken: number[][] = talks.map(() => []);
  for (let sample = 0; sample < samples; sample++) {
    for (const [index, same] of talks.entries()) {
      const talk = same[sample % same.length];
      if (!talk) continue;
      const begun = performance.now();
      await act(talk);
      taken[index]?.push(performance.now() - begun);
    }
  }
  return taken;
}

function ratios(name: string, scales: readonly number[], taken: readonly number[][]): readonly BenchResult[] {
  const [base = Number.NaN, ...others] = taken.map(median);
  return others.map((value, index) => {
    const [at, against] = [scales[index + 1], scales[0]];
    return {
      name: `${name}.${at}`,
      unit: 'ms',
      value,
      peer: `at ${against}`,
      peerValue: base,
      ratio: value / base,
      goal,
    };
  });
}
