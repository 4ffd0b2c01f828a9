/**
 * A running bot without its web server: services, model, store, runtime and projector, wired together.
 */

import type { OutsideDesk } from '../../desks/contract/outside-desk.ts';
import type { Understand } from '../../intents/create-understand.ts';
import type { Measures } from '../../measurement/constants/measures.ts';
import { type About, aboutOf } from '../../reports/desk/about-of.ts';
import { areStale } from '../../reports/facts/are-stale.ts';
import { createProjector } from '../../reports/facts/create-projector.ts';
import { createRuntime } from '../../runtime/create-runtime.ts';
import type { Runtime } from '../../runtime/door.ts';
import type { Channel } from '../../runtime/ports/delivery.ts';
import type { Clock, Log, Store } from '../../runtime/ports.ts';
import { openToServe } from '../../storage/open-to-serve.ts';
import { createDesk, type Desk } from '../../web/desk/create-desk.ts';
import type { Config } from '../config/config.ts';
import { deskSettings } from '../config/desk-settings.ts';
import { outsideOf } from '../desks/outside-of.ts';
import { keepMarking } from '../marking/keep-marking.ts';
import { latestOf, type MeasuresHistory } from '../measures/read-measures.ts';
import { createLogger } from '../process/logger.ts';
import { random } from '../process/random.ts';
import { createRealClock } from '../process/real-clock.ts';
import type { Services } from '../process/start-services.ts';
import { answerSoon, type Soon } from '../reading/answer-soon.ts';
import { createReader, type Reader } from '../reading/create-reader.ts';
import { keepForgetting, wordDays } from './keep-forgetting.ts';
import { keepProjecting } from './keep-projecting.ts';
import { observe } from './observe.ts';
import type { OpenedBot } from './open-bot.ts';
import { createBots, type LiveBots } from './versions/create-bots.ts';
import { keepTidy } from './versions/keep-tidy.ts';
import { readVersion } from './versions/read-version.ts';
import { watchStore } from './watch-store.ts';

export type StartedBot = {
  readonly config: Config;
  readonly history: MeasuresHistory;
  readonly runtime: Runtime;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly services: Readonly<Record<string, string>>;
  readonly bots: LiveBots;
  /** who is there to take over; looked at once it is watched */
  readonly desk: Desk;
  /** reads reports beside the turns; @property soon the same for those who would wait long */
  readonly reader: Reader;
  readonly soon: Soon;
  /** calls back after facts have changed, and where what was told of them is newer now; gives what ends that */
  onFacts(changed: () => void): () => void;
  /** why no messages can be taken now; empty when they can */
  notReady(): Promise<readonly string[]>;
  /** Resolves when everything due was handled and the facts are up to date. */
  settle(): Promise<void>;
  /** Finishes what runs, then closes everything. */
  stop(): Promise<void>;
};

export type Starting = {
  /** location of the store */
  readonly data: string;
  readonly channels: readonly Channel[];
  /** where people work instead of the built-in desk */
  readonly outsideDesk?: OutsideDesk;
  readonly clock?: Clock;
};

/** @throws TouchpointError SERVICE_FAILED, STORE_IN_USE and other STORE_… */
export async function startBot(bot: OpenedBot, given: Starting): Promise<StartedBot> {
  const parts = await together([bot.running, bot.understanding, openToServe(given.data)]);
  try {
    return await run(bot, given, parts);
  } catch (error) {
    const [services, , store] = parts;
    await Promise.allSettled([services.stop(), store.close()]);
    throw error;
  }
}

async function run(bot: OpenedBot, given: Starting, [services, understand, opened]: Stoppable): Promise<StartedBot> {
  const { config, environment, history } = bot;
  const measures = latestOf(history);
  const wall = createRealClock();
  const clock = given.clock ?? wall;
  const log = createLogger(environment);
  const { store, problems } = watchStore(opened);
  for (const [name, url] of Object.entries(services.urls)) bot.services[name] = { url };
  const bots = await createBots(
    { store, clock, readVersion: (hash, actions) => readVersion({ ...bot, store, log }, hash, actions) },
    { ...bot, understand },
  );
  const channels = new Map(given.channels.map((channel) => [channel.name, channel]));
  if (await areStale(store, measures)) await store.markAllDirty();
  const desk = openDesk({ store, settings: deskSettings(config), clock, wall, log, about: aboutIn(store, measures) });
  const outside = given.outsideDesk && outsideOf(given.outsideDesk, { config, store, clock, wall, measures });
  if (outside) channels.set(outside.channel.name, outside.channel);
  const runtime = await createRuntime({
    store,
    bots,
    clock,
    random,
    channels,
    runAction: bots.run,
    observe,
    log,
    staffing: desk.staffing,
    ...(outside ? { outside: outside.taking } : {}),
  });
  const unwatch = outside?.watch(runtime);
  const reader = createReader({ location: given.data, store, clock, wall });
  const soon = answerSoon({ reader, clock, wall });
  const tidying = keepTidy({ store, clock, bots, log });
  const forgetting = keepForgetting({ store, clock, days: wordDays(config), log });
  const marking = keepMarking({ runtime, store, markers: bot.markers, log });
  const projecting = keepProjecting({
    runtime,
    isShared: store.sharing !== undefined,
    projector: createProjector({ store, measures, zone: config.zone }),
    log,
  });
  return {
    config,
    history,
    runtime,
    store,
    clock,
    log,
    services: services.urls,
    bots,
    desk,
    ...{ reader, soon },
    onFacts: either(projecting.listen, soon.listen),
    notReady: () => problems(() => store.useProgram(bots.hash(), clock.now())),
    async settle() {
      await runtime.settle();
      await projecting.catchUp();
    },
    async stop() {
      unwatch?.();
      tidying.stop();
      forgetting.stop();
      marking.stop();
      await Promise.all([runtime.stop(), reader.close()]);
      await projecting.stop();
      await Promise.all([services.stop(), store.close()]);
    },
  };
}

type Listen = StartedBot['onFacts'];

function either(one: Listen, other: Listen): Listen {
  return (changed) => {
    const ends = [one(changed), other(changed)];
    return () => {
      for (const end of ends) end();
    };
  };
}

/** A desk on a clock that goes on evenly while somebody sets the machine's. */
function openDesk(parts: Omit<Parameters<typeof createDesk>[0], 'steady'>): Desk {
  return createDesk({ ...parts, steady: () => performance.now() });
}

type Stoppable = readonly [Services, Understand, Store];

function aboutIn(store: Store, measures: Measures): (conversation: string) => Promise<About> {
  return async (conversation) => aboutOf(measures, await store.events(conversation, { after: 0 }));
}

/** All three, or, where one fails, none: what had started is stopped again. */
async function together(
  parts: readonly [Promise<Stoppable[0]>, Promise<Stoppable[1]>, Promise<Store>],
): Promise<Stoppable> {
  try {
    return await Promise.all(parts);
  } catch (error) {
    const [services, , store] = await Promise.allSettled(parts);
    if (services.status === 'fulfilled') await services.value.stop();
    if (store.status === 'fulfilled') await store.value.close();
    throw error;
  }
}
