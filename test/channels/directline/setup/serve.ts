import { createDirectLine, type DirectLine } from '../../../../src/channels/directline/create-direct-line.ts';
import type { DirectLineOptions } from '../../../../src/channels/directline/options.ts';
import { plainPolicy } from '../../../../src/escalation/policy.ts';
import type { Log } from '../../../../src/runtime/ports.ts';
import { memoryStore } from '../../../../src/storage/memory/memory-store.ts';
import { createWebServer, type WebServer } from '../../../../src/web/create-web-server.ts';
import { createDesk } from '../../../../src/web/desk/create-desk.ts';
import type { WebOptions } from '../../../../src/web/web-options.ts';
import { type FakeBot, fakeBot, realRandom } from './fake-bot.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';

export type Served = {
  readonly url: string;
  readonly signIn: string | undefined;
  readonly bot: FakeBot;
  readonly clock: FakeClock;
  readonly wall: FakeClock;
  readonly directline: DirectLine;
  readonly server: WebServer;
  readonly logged: readonly string[];
  close(): Promise<void>;
};

type Given = { readonly directline?: Partial<DirectLineOptions>; readonly web?: Partial<WebOptions> };

/** The whole web side over a fake bot, on a free loopback port. In development mode unless `access` is given. */
export async function serve(given: Given = {}): Promise<Served> {
  const clock = fakeClock();
  const wall = fakeClock();
  const bot = fakeBot(clock);
  const logged: string[] = [];
  const write = (_facts: object, message: string) => void logged.push(message);
  const log: Log = { info: write, warn: write, error: write };
  const common = { clock, wall, log, random: realRandom, store: bot.store, runtime: bot.runtime };
  const directline = createDirectLine({
    ...common,
    access: { kind: 'development', key: 'development key' },
    widgetOrigins: [],
    bot: { name: 'Robin' },
    locale: 'en',
    ...given.directline,
  });
  const server = createWebServer({
    ...common,
    directline,
    channels: [],
    config: { host: '127.0.0.1', port: 0 },
    pagesFolder: 'no such folder',
    onFacts: () => () => {},
    read: async (asked) => JSON.stringify({ schema: 'report/1', filters: 'query' in asked ? asked.query : {} }),
    notReady: async () => [],
    accounts: memoryStore(),
    store: { ...memoryStore(), ...bot.store },
    desk: createDesk({
      store: memoryStore(),
      settings: { policy: plainPolicy, dispositions: [], replies: {} },
      clock,
      wall,
      steady: wall.now,
      log,
    }),
    cardOf: () => ({}),
    ...given.web,
    runtime: {
      ...bot.runtime,
      judge: async () => 'unknown',
      tell: async () => ({ status: 'unknown_customer' }),
      linked: async () => undefined,
      surveyed: async () => 'unknown',
      ...given.web?.runtime,
    },
  });
  const { url, signIn } = await server.listen();
  return { url, signIn, bot, clock, wall, directline, server, logged, close: () => server.close() };
}

export const secret = 'a-very-secret-secret';
export const withSecret = { access: { kind: 'secrets', secrets: [secret] } } as const;
