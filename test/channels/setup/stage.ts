/** A bot on a real runtime, store and server, with one channel that pushes; time stands still until a test lets it pass. */
import type { ChannelDoor } from '../../../src/channels/contract/channel-door.ts';
import { createDirectLine } from '../../../src/channels/directline/create-direct-line.ts';
import { webChannel } from '../../../src/channels/directline/web-channel.ts';
import { createTestClock, type TestClock } from '../../../src/cli/process/test-clock.ts';
import { createOutside } from '../../../src/desks/contract/create-outside.ts';
import type { OutsideDesk } from '../../../src/desks/contract/outside-desk.ts';
import type { ActionResult } from '../../../src/dialogs/input.ts';
import { plainPolicy } from '../../../src/escalation/policy.ts';
import type { Event } from '../../../src/events/event.ts';
import { published } from '../../../src/measurement/constants/measures.ts';
import { aboutOf } from '../../../src/reports/desk/about-of.ts';
import { cardOf } from '../../../src/reports/desk/card-of.ts';
import { createRuntime } from '../../../src/runtime/create-runtime.ts';
import type { Runtime } from '../../../src/runtime/door.ts';
import type { Store } from '../../../src/runtime/ports.ts';
import { createWebServer } from '../../../src/web/create-web-server.ts';
import { agentId } from '../../../src/web/desk/agent-id.ts';
import { createDesk, type DeskSettings } from '../../../src/web/desk/create-desk.ts';
import { understand } from '../../dialogs/step/talk.ts';
import { realRandom } from '../directline/setup/fake-bot.ts';
import { type FakeClock, fakeClock } from '../directline/setup/fake-clock.ts';
import { contractProgram } from './contract-bot.ts';

export const identitySecret = 'the-secret-of-the-shop';
export const developmentKey = 'development key';
const outsidePatienceMs = 20_000;
export const noon = Date.UTC(2026, 0, 5, 12);

export type Stage = {
  readonly url: string;
  readonly runtime: Runtime;
  readonly store: Store;
  readonly clock: TestClock;
  /** of presences, streams and limits */
  readonly wall: FakeClock;
  readonly logged: readonly string[];
  /** Lets time pass, and everything happen that comes due. */
  pass(ms: number): Promise<void>;
  /** every event of every conversation, in the order of their beginning */
  events(): Promise<readonly Event[]>;
  stop(): Promise<void>;
};

type Given = {
  readonly store: Store;
  readonly door?: ChannelDoor;
  readonly clock?: TestClock;
  readonly act?: () => Promise<ActionResult>;
  readonly settings?: DeskSettings;
  readonly outsideDesk?: OutsideDesk;
};

const plain: DeskSettings = { policy: plainPolicy, dispositions: [], replies: {} };

export async function startStage({
  store,
  door,
  clock = createTestClock(noon),
  act,
  settings = plain,
  outsideDesk,
}: Given): Promise<Stage> {
  const logged: string[] = [];
  const write = (facts: object, message: string) => void logged.push(`${message} ${JSON.stringify(facts)}`);
  const log = { info: write, warn: write, error: write };
  const bot = { program: contractProgram(), since: 0, understand };
  const wall = fakeClock();
  const about = async (id: string) => aboutOf(published, await store.events(id, { after: 0 }));
  const desk = createDesk({ store, settings, clock, wall, steady: wall.now, log, about });
  const outside =
    outsideDesk &&
    createOutside({
      desk: outsideDesk,
      store,
      clock,
      wall,
      patienceMs: outsidePatienceMs,
      isOpen: () => true,
      cardOf: (events) => cardOf(published, events),
    });
  const runtime = await createRuntime({
    store,
    ...(outside ? { outside: outside.taking } : {}),
    staffing: desk.staffing,
    bots: { current: () => bot, version: async () => undefined },
    clock,
    random: realRandom,
    channels: new Map(
      [webChannel, ...(door ? [door.channel] : []), ...(outside ? [outside.channel] : [])].map((one) => [
        one.name,
        one,
      ]),
    ),
    runAction: act ?? (async () => ({ ok: true, output: true })),
    observe: () => [],
    log,
  });
  const common = { runtime, store, clock, random: realRandom, log, wall, locale: 'en' };
  const directline = createDirectLine({
    ...common,
    access: { kind: 'development', key: developmentKey },
    identitySecret,
    widgetOrigins: [],
    bot: { name: 'Robin' },
  });
  const server = createWebServer({
    ...common,
    directline,
    channels: [
      ...(door?.routes({ ...common, identitySecret }) ?? []),
      ...(outsideDesk?.routes({ ...common, wall: { ...wall, now: Date.now }, agentId }) ?? []),
    ],
    config: { host: '127.0.0.1', port: 0 },
    pagesFolder: 'no such folder',
    onFacts: () => () => {},
    read: async () => '{}',
    notReady: async () => [],
    accounts: store,
    desk,
    cardOf: (events) => cardOf(published, events),
  });
  const unwatch = outside?.watch(runtime);
  const { url } = await server.listen();
  return {
    url,
    runtime,
    store,
    clock,
    wall,
    logged,
    pass: (ms) => clock.advance(ms, () => runtime.settle()),
    async events() {
      const ids = await store.conversations({ after: '', limit: 100 });
      return (await Promise.all(ids.map((id) => store.events(id, { after: 0 })))).flat();
    },
    async stop() {
      unwatch?.();
      await server.close();
      await runtime.stop();
    },
  };
}
