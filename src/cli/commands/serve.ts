/**
 * `touchpoint serve`: the bot, its widget and its figures on one port.
 */
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { ChannelDoor } from '../../channels/contract/channel-door.ts';
import type { Access } from '../../channels/directline/options.ts';
import { webChannel } from '../../channels/directline/web-channel.ts';
import type { OutsideDesk } from '../../desks/contract/outside-desk.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { isLoopback } from '../../web/serving/is-loopback.ts';
import { openBot } from '../bot/open-bot.ts';
import type { Reloading } from '../bot/reload/keep-reloading.ts';
import type { StartedBot } from '../bot/start-bot.ts';
import { openChannels } from '../channels/open-channels.ts';
import { type Called, type Command, isSet, textOf } from '../command.ts';
import { dataLocation } from '../config/data-location.ts';
import { webAccess } from '../config/web-access.ts';
import { openDesk } from '../desks/open-desk.ts';
import { botOption, dataOption } from '../options.ts';
import { endWithin } from '../process/end-within.ts';
import { type SmallStart, startSmall, whenCalm } from '../process/start-small.ts';
import { createTestClock, type TestClock } from '../process/test-clock.ts';

export const command: Command = {
  name: 'serve',
  summary: 'Runs the bot with widget, desk and dashboard',
  arguments: '',
  options: {
    bot: botOption,
    data: dataOption,
    port: { type: 'string', takes: 'N', about: 'port (default: 3978; 0: any free one)' },
    host: { type: 'string', takes: 'H', about: 'address to listen on (default: 127.0.0.1)' },
    json: { type: 'boolean', about: 'prints one line of JSON when ready' },
    'no-services': { type: 'boolean', about: 'starts no services; uses those that run elsewhere' },
    'no-watch': { type: 'boolean', about: "takes no edits of the bot's files while it runs" },
    'test-clock': { type: 'boolean', about: 'time stands still until POST /test/clock lets it pass (loopback only)' },
  },
  run: serve,
};

/** The first customers come before the heap is put in order and reports are read ahead. */
const soonMs = 1_000;
/** What runs is finished in this time, or not at all: a database that is gone would be waited for for ever. */
const graceMs = 20_000;
const usualPort = 3978;
const usualHost = '127.0.0.1';

async function serve(called: Called): Promise<number> {
  const small = startSmall();
  const host = textOf(called, 'host') ?? usualHost;
  const port = portOf(textOf(called, 'port'));
  const folder = resolve(textOf(called, 'bot') ?? '.');
  const data = dataLocation(textOf(called, 'data'), folder);
  const access = webAccess({ environment: called.environment, host, data });
  const testClock = testClockOf(called, host);
  if (access.kind === 'development') called.output.err(developmentWarning);
  const opening = openBot({
    folder,
    environment: called.environment,
    output: called.output,
    isStarting: !isSet(called, 'no-services'),
    ...(port === 0 ? { servicePort: 0 } : {}),
  });
  const [opened, { startBot }, { keepReloading }, { serveWeb, readAhead }] = await Promise.all([
    opening,
    import('../bot/start-bot.ts'),
    import('../bot/reload/keep-reloading.ts'),
    import('../serve-web.ts'),
  ]);
  const doors = await openChannels({ config: opened.config, environment: called.environment, host });
  const channels = [webChannel, ...doors.map(({ channel }) => channel)];
  const outsideDesk = await openDesk({ config: opened.config, environment: called.environment });
  const bot = await startBot(opened, {
    data,
    channels,
    ...(outsideDesk ? { outsideDesk } : {}),
    ...(testClock ? { clock: testClock } : {}),
  });
  const agreed = await agreedAccess(access, bot);
  const reloading = isSet(called, 'no-watch')
    ? undefined
    : await keepReloading({ opened, bot, output: called.output, now: Date.now });
  return runUntilTold(called, {
    small,
    serveWeb,
    readAhead,
    bot,
    doors,
    ...(outsideDesk ? { outsideDesk } : {}),
    reloading,
    data,
    host,
    port,
    access: agreed,
    testClock,
  });
}

/** Processes on one database take each other's tokens in development too. */
async function agreedAccess(access: Access, { store }: StartedBot): Promise<Access> {
  if (access.kind !== 'development' || !store.sharing) return access;
  return { ...access, key: await store.agree('directline.development-key', access.key) };
}

function settleIn({ bot, small, readAhead }: Serving): void {
  small.tidy();
  readAhead(bot).catch((error: unknown) => bot.log.warn({ error: String(error) }, 'the cases could not be read ahead'));
}

type Serving = {
  readonly small: SmallStart;
  readonly serveWeb: typeof import('../serve-web.ts').serveWeb;
  readonly readAhead: typeof import('../serve-web.ts').readAhead;
  readonly bot: StartedBot;
  readonly doors: readonly ChannelDoor[];
  readonly outsideDesk?: OutsideDesk;
  readonly reloading: Reloading | undefined;
  readonly data: string;
  readonly host: string;
  readonly port: number;
  readonly access: Access;
  readonly testClock: TestClock | undefined;
};

async function runUntilTold(called: Called, serving: Serving): Promise<number> {
  const { bot, data, serveWeb } = serving;
  const told = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  const web = serveWeb({ ...serving, environment: called.environment });
  try {
    const { url, signIn } = await web.listen();
    const ready = {
      ready: true,
      url,
      data: withoutPassword(data),
      services: bot.services,
      signIn: signIn ?? null,
      pid: process.pid,
    };
    called.output.out(isSet(called, 'json') ? JSON.stringify(ready) : readyText(url, signIn));
    serving.small.grow();
    whenCalm(soonMs, () => settleIn(serving));
    await told;
  } finally {
    const end = async (): Promise<void> => {
      await serving.reloading?.stop();
      await Promise.all([web.close(), bot.reader.close()]);
      await bot.stop();
    };
    const why = await endWithin(graceMs, end);
    if (why !== undefined) leave(called, why);
  }
  return 0;
}

/** What was acknowledged is stored; what was not is for the process that comes next. */
function leave({ output }: Called, why: string): never {
  output.err(`ended without waiting for what runs: ${why}. Nothing that was acknowledged is lost.`);
  process.exit(1);
}

function withoutPassword(data: string): string {
  return data.replace(/^([a-z]+:\/\/[^:@/]*):[^@/]*@/i, '$1@');
}

function readyText(url: string, signIn: string | undefined): string {
  const link = signIn === undefined ? '' : `\nSign in (once, within 10 minutes): ${signIn}`;
  return `Touchpoint is ready at ${url}${link}`;
}

const developmentWarning =
  'warning: no TOUCHPOINT_DIRECTLINE_SECRET is set, so anybody on this machine may chat with the bot (development mode)';

function portOf(text: string | undefined): number {
  const port = text === undefined ? usualPort : Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535 && text !== '') return port;
  throw new TouchpointError('USAGE', `serve: '${text}' is not a port`, {
    fix: 'use a number from 0 to 65535, as in --port 8080',
  });
}

function testClockOf(called: Called, host: string): TestClock | undefined {
  if (!isSet(called, 'test-clock')) return undefined;
  if (isLoopback(host)) return createTestClock(Date.now());
  throw new TouchpointError('NOT_LOOPBACK', `--test-clock is refused on '${host}'`, {
    fix: 'leave out --host, or leave out --test-clock',
  });
}
