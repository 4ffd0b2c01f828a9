import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ChannelDoor, ChannelHost } from '../channels/contract/channel-door.ts';
import { createDirectLine } from '../channels/directline/create-direct-line.ts';
import type { Access } from '../channels/directline/options.ts';
import type { DeskHost, OutsideDesk } from '../desks/contract/outside-desk.ts';
import { toMilliseconds } from '../files/duration.ts';
import { cardOf } from '../reports/desk/card-of.ts';
import { createOpenId } from '../web/access/oidc/create-open-id.ts';
import { createWebServer, type WebServer } from '../web/create-web-server.ts';
import { agentId } from '../web/desk/agent-id.ts';
import type { ReadAsked } from '../web/web-options.ts';
import type { Reloading } from './bot/reload/keep-reloading.ts';
import type { StartedBot } from './bot/start-bot.ts';
import { readCasesFlags } from './cases-flags.ts';
import type { Environment } from './config/read-config.ts';
import { secret } from './config/secret.ts';
import { openIdOptions } from './config/sign-in/open-id-options.ts';
import { readJourneyFlags } from './journey-json.ts';
import { latestOf } from './measures/read-measures.ts';
import { packageRoot } from './process/package-root.ts';
import { random } from './process/random.ts';
import { createRealClock } from './process/real-clock.ts';
import type { TestClock } from './process/test-clock.ts';
import type { Job } from './reading/jobs.ts';
import { readFlags } from './report-flags.ts';

export type Web = {
  readonly bot: StartedBot;
  readonly doors: readonly ChannelDoor[];
  readonly outsideDesk?: OutsideDesk;
  readonly reloading: Pick<Reloading, 'rejected'> | undefined;
  readonly host: string;
  readonly port: number;
  readonly access: Access;
  readonly testClock: TestClock | undefined;
  readonly environment: Environment;
};

/** Longest (in real time) that an advance of the test clock waits for something outside, such as an action that hangs. */
const patienceMs = 1_000;

/** Puts a running bot on the web. */
export function serveWeb(web: Web): WebServer {
  const { bot, doors, outsideDesk, reloading, host, port, access, testClock, environment } = web;
  const { runtime, store, clock, log, config } = bot;
  const identitySecret = secret(environment, 'TOUCHPOINT_IDENTITY_SECRET');
  const openId = openIdOptions(config, environment);
  const wall = createRealClock();
  const directline = createDirectLine({
    runtime,
    store,
    clock,
    wall,
    random,
    log,
    access,
    ...(identitySecret === undefined ? {} : { identitySecret }),
    widgetOrigins: config.widget.origins,
    bot: { name: config.name },
    locale: config.locale,
  });
  const channelHost: ChannelHost = {
    runtime,
    store,
    clock,
    random,
    log,
    locale: config.locale,
    ...(identitySecret === undefined ? {} : { identitySecret }),
  };
  const deskHost: DeskHost = { runtime, store, random, wall, log, agentId };
  return createWebServer({
    runtime,
    store,
    directline,
    channels: [...doors.flatMap((door) => door.routes(channelHost)), ...(outsideDesk?.routes(deskHost) ?? [])],
    config: { host, port },
    clock,
    wall,
    random,
    log,
    pagesFolder: join(packageRoot, 'dist', 'web'),
    read: async (asked, gone) => bot.soon.read(jobOf(asked, bot), gone),
    veilsAnalysts: config.analysts.words === 'masked',
    onFacts: bot.onFacts,
    notReady: bot.notReady,
    rejectedEdit: () => reloading?.rejected(),
    accounts: store,
    ...(openId ? { openId: createOpenId(openId) } : {}),
    desk: bot.desk,
    ...(config.surveys?.links === undefined ? {} : { surveyLinks: { access, name: config.name } }),
    cardOf: (events) => cardOf(latestOf(bot.history), events),
    ...(testClock ? { testClock: { advance: (ms) => advance(bot, testClock, ms) } } : {}),
  });
}

/** From so many changes on, the first to ask for a report would wait. */
const manyChanges = 10_000;

/** Reads the cases, and makes what the overview shows, before anybody asks. Where that fails, whoever asks is told. */
export async function readAhead(bot: StartedBot): Promise<void> {
  if ((await bot.store.lastChange()) < manyChanges) return;
  await bot.soon.read(jobOf({ name: 'report', query: { by: 'touchpoint' } }, bot));
}

function jobOf(asked: ReadAsked, { config, history }: Pick<StartedBot, 'config' | 'history'>): Job {
  const { zone } = config;
  switch (asked.name) {
    case 'report':
    case 'csv':
    case 'hours':
    case 'reviews':
    case 'staff':
      return { name: asked.name, input: { flags: readFlags(asked.query), zone, history } };
    case 'cases':
      return { name: asked.name, input: { flags: readCasesFlags(asked.query), zone, history } };
    case 'journey':
      return { name: asked.name, input: { flags: readJourneyFlags(asked.query), zone, history } };
    case 'surveys':
      return { name: 'surveys', linkMs: toMilliseconds(config.surveys?.links ?? '0s') };
    case 'search':
      return asked;
    case 'case':
    case 'conversation':
      return { ...asked, measures: latestOf(history) };
  }
}

async function advance(bot: StartedBot, clock: TestClock, ms: number): Promise<void> {
  await clock.advance(ms, () => Promise.race([bot.settle(), pause(patienceMs)]));
  await bot.settle();
}
