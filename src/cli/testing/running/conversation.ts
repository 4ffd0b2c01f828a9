/**
 * One conversation on the real runtime: a store of its own in memory, a clock that stands still until a test lets time pass, and actions that answer
 * as the test says. Nothing of a turn is done here.
 */
import { setImmediate as breath } from 'node:timers/promises';
import { evolve } from '../../../dialogs/evolve/evolve.ts';
import type { Program } from '../../../dialogs/program.ts';
import { initialState } from '../../../dialogs/state.ts';
import type { Event } from '../../../events/event.ts';
import type { Understood, Value } from '../../../events/understood.ts';
import { createRuntime } from '../../../runtime/create-runtime.ts';
import type { Log } from '../../../runtime/ports.ts';
import { openStore } from '../../../storage/open-store.ts';
import { observe } from '../../bot/observe.ts';
import { createTestClock } from '../../process/test-clock.ts';
import type { ConversationTest } from '../test.ts';
import { type MissingStub, stubActions } from './stub-actions.ts';

export type Conversation = {
  /** everything that happened so far */
  readonly events: readonly Event[];
  readonly missing: readonly MissingStub[];
  /** faults of the bot's machinery, which a test never expects */
  readonly faults: readonly string[];
  /** Sends a message; resolves when nothing more happens without time passing. */
  say(message: { readonly text: string; readonly via: 'text' | 'choice' }): Promise<void>;
  /** Tells what the business has to tell. */
  tell(notice: { readonly notice: string; readonly values: Readonly<Record<string, Value>> }): Promise<void>;
  /** Lets time pass until no action is under way. */
  finish(): Promise<void>;
  wait(ms: number): Promise<void>;
  /** language of the conversation now */
  locale(): string;
  close(): Promise<void>;
};

export type Stage = {
  readonly program: Program;
  readonly understand: (text: string) => Understood;
  readonly test: Pick<ConversationTest, 'opening' | 'stubs'>;
};

const conversation = 'test';
/** An action that has not ended by then never will. */
const longestMs = 600_000;

/** Opens a conversation; resolves when the bot has greeted. */
export async function openConversation({ program, understand, test }: Stage): Promise<Conversation> {
  const { opening, stubs } = test;
  const clock = createTestClock(opening.now);
  const store = await openStore('memory:');
  const actions = stubActions(stubs.actions, clock);
  const events: Event[] = [];
  const faults: string[] = [];
  const log: Log = { info() {}, warn() {}, error: (facts, message) => void faults.push(faultOf(facts, message)) };
  const bot = { program, understand, since: opening.now };
  let count = 0;
  const runtime = await createRuntime({
    store,
    bots: { current: () => bot, version: async () => bot },
    clock,
    random: { id: () => `id${++count}`, unit: () => 0 },
    channels: new Map([
      [opening.channel, { name: opening.channel, delivery: 'fetch', send: async () => ({ ok: true }) }],
    ]),
    runAction: actions.run,
    observe,
    log,
  });
  runtime.listen((_, added) => void events.push(...added));
  const { channel, entryPoint } = opening;
  const locale = opening.locale ?? program.locale;
  await runtime.open({ conversation, channel, address: conversation, entryPoint, customer: 'customer', locale });
  await quiet();
  return {
    events,
    missing: actions.missing,
    faults,
    async say({ text, via }) {
      const inbound = { channel, account: '', providerId: `m${++count}`, conversation, receivedAt: clock.now() };
      await Promise.race([runtime.receive({ ...inbound, via, text }), quiet()]);
      await quiet();
    },
    async tell({ notice, values }) {
      await Promise.race([runtime.notify({ conversation, id: `n${++count}`, notice, values }), quiet()]);
      await quiet();
    },
    async finish() {
      const end = clock.now() + longestMs;
      for (let due = clock.nextDue(); isBusy(events) && due !== undefined && due <= end; due = clock.nextDue()) {
        await clock.advance(Math.max(0, due - clock.now()), quiet);
      }
    },
    wait: (ms) => clock.advance(ms, quiet),
    locale: () => events.reduce(evolve, initialState(conversation)).locale,
    async close() {
      const stopped = runtime.stop();
      await clock.advance(longestMs, quiet);
      await stopped;
      await store.close();
    },
  };
}

/** In memory everything that needs no time is done when the event loop comes round; twice, where it waited for a later phase. */
async function quiet(): Promise<void> {
  await breath();
  await breath();
}

/** Whether an action that the bot waits for is under way. */
function isBusy(events: readonly Event[]): boolean {
  const open = new Set<string>();
  for (const event of events) {
    if (event.type === 'action.requested') open.add(event.data.request);
    if (event.type === 'action.succeeded' || event.type === 'action.failed') open.delete(event.data.request);
  }
  return open.size > 0;
}

function faultOf(facts: object, message: string): string {
  const error: unknown = 'error' in facts ? facts.error : undefined;
  return error instanceof Error ? `${message}: ${error.message}` : message;
}
