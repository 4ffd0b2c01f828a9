/** The world of one seed: the bot's real runtime over a clock that stands, and the service's records, made anew. */

import type { Staffing } from '../../../events/desk/staffing.ts';
import type { Event } from '../../../events/event.ts';
import type { Value } from '../../../events/understood.ts';
import type { Understand } from '../../../intents/create-understand.ts';
import type { Measures } from '../../../measurement/constants/measures.ts';
import { createProjector, type Projector } from '../../../reports/facts/create-projector.ts';
import { createRuntime } from '../../../runtime/create-runtime.ts';
import type { Runtime } from '../../../runtime/door.ts';
import type { Log, RunAction, Store } from '../../../runtime/ports.ts';
import type { Dice } from '../../../simulation/create-dice.ts';
import { observe } from '../../bot/observe.ts';
import type { OpenedBot } from '../../bot/open-bot.ts';
import { createTestClock, type TestClock } from '../../process/test-clock.ts';
import { tryOnce } from './try-once.ts';

/** @property act runs an action of the bot outside of any conversation, as the business itself does; `undefined` where it fails */
export type World = {
  readonly runtime: Runtime;
  readonly store: Store;
  readonly clock: TestClock;
  readonly projector: Projector;
  act(action: string, input: Value): Promise<Value | undefined>;
  /** Lets the clock go on to that time, every wake-up in its order, until nothing is under way. */
  goTo(at: number): Promise<void>;
  close(): Promise<void>;
};

export type Setting = {
  readonly bot: OpenedBot;
  readonly understand: Understand;
  readonly runAction: RunAction;
  readonly measures: Measures;
  readonly channels: readonly string[];
  readonly store: Store;
  /** what makes the ids given in it its own */
  readonly name: string;
  readonly startsAt: number;
  readonly dice: Dice;
  staffing(now: number): Staffing;
  onEvents(conversation: string, events: readonly Event[]): void;
};

/** Resolves when the runtime is ready; throws as the store does. */
export async function openWorld(setting: Setting): Promise<World> {
  const { bot, understand, measures, startsAt, dice, store, name } = setting;
  const clock = createTestClock(startsAt);
  const running = { program: bot.program, understand, since: startsAt };
  await store.saveProgram({ hash: bot.program.hash, files: JSON.stringify(bot.files), at: startsAt });
  let count = 0;
  const runtime = await createRuntime({
    store,
    bots: { current: () => running, version: async () => running },
    clock,
    random: { id: () => `s${name}-${++count}-${Math.floor(dice.unit() * 2 ** 32).toString(36)}`, unit: dice.unit },
    channels: new Map(
      setting.channels.map((name) => [
        name,
        { name, delivery: name === 'web' ? 'fetch' : 'push', send: async () => ({ ok: true }) },
      ]),
    ),
    runAction: tryOnce(setting.runAction),
    observe,
    log: silent,
    staffing: () => setting.staffing(clock.now()),
  });
  const projector = createProjector({ store, measures, zone: bot.config.zone });
  runtime.listen((conversation, events) => {
    projector.offer(conversation, events);
    setting.onEvents(conversation, events);
  });
  return {
    runtime,
    store,
    clock,
    projector,
    async act(action, input) {
      const done = await bot.actions.run({
        action,
        input,
        conversation: 'business',
        idempotencyKey: `business-${name}-${++count}`,
        signal: AbortSignal.timeout(10_000),
      });
      return done.ok ? done.output : undefined;
    },
    goTo: (at) => clock.advance(Math.max(0, at - clock.now()), runtime.settle),
    async close() {
      const stopped = runtime.stop();
      await clock.advance(10_000, async () => {});
      await stopped;
    },
  };
}

const silent: Log = { info() {}, warn() {}, error() {} };
