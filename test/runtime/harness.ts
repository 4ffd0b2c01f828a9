/**
 * A runtime on a real store, with a clock that stands still, intents recognised by their marks, and actions as the test says.
 */
import { createTestClock, type TestClock } from '../../src/cli/process/test-clock.ts';
import type { ActionResult } from '../../src/dialogs/input.ts';
import type { ActionSpec, NoticeRules, Program, Surveys } from '../../src/dialogs/program.ts';
import type { Staffing } from '../../src/events/desk/staffing.ts';
import type { Event } from '../../src/events/event.ts';
import { createRuntime } from '../../src/runtime/create-runtime.ts';
import type { Received, Runtime } from '../../src/runtime/door.ts';
import type { Channel, OutboxRow, Sent } from '../../src/runtime/ports/delivery.ts';
import type { ActionCall, Bots, Inbound, Store } from '../../src/runtime/ports.ts';
import { programOf, understand } from '../dialogs/step/talk.ts';

const pay = `
dialog: pay
start: { intents: [refund] }
slots:
  order_number: { type: order_number, ask: Which order? }
steps:
  - ask: order_number
  - do: pay
    with: { number: order_number }
    save: paid
  - say: Paid {order_number}.
---
dialog: where
start: { intents: [status] }
steps:
  - say: On its way.
---
dialog: on.start
steps:
  - say: Hello.
---
dialog: on.human
start: { intents: [human.request] }
steps:
  - handoff: { reason: asked-for }
---
dialog: on.unavailable
steps:
  - say: Nobody is here.
---
dialog: on.error
steps:
  - say: Our fault.
---
dialog: on.slow
steps:
  - say: One moment.
---
dialog: on.no_match
steps:
  - say: Not understood.
---
dialog: on.silence
steps: []
`;

export type Given = {
  readonly store: Store;
  readonly yaml?: string;
  readonly spec?: Partial<ActionSpec>;
  readonly act?: (call: ActionCall) => Promise<ActionResult>;
  readonly send?: (row: OutboxRow) => Promise<Sent>;
  readonly clock?: TestClock;
  readonly bots?: Bots;
  readonly staffing?: () => Staffing;
  readonly surveys?: Surveys;
  readonly noticing?: Partial<NoticeRules>;
};

export type Harness = {
  readonly runtime: Runtime;
  readonly store: Store;
  readonly clock: TestClock;
  readonly sent: OutboxRow[];
  readonly logged: string[];
  readonly program: Program;
  open(conversation?: string, channel?: string): Promise<void>;
  say(text: string, options?: { readonly conversation?: string; readonly id?: string }): Promise<Received>;
  /** what the bot has said in a conversation, from the log */
  replies(conversation?: string): Promise<readonly string[]>;
  events(conversation?: string): Promise<readonly Event[]>;
};

let count = 0;

export async function start(given: Given): Promise<Harness> {
  const { surveys = null } = given;
  const compiled = withSpec(programOf(given.yaml ?? pay, ['pay']), given.spec ?? {});
  const program = { ...compiled, surveys, noticing: { ...compiled.noticing, ...given.noticing } };
  const clock = given.clock ?? createTestClock(Date.UTC(2026, 0, 5, 9));
  const sent: OutboxRow[] = [];
  const logged: string[] = [];
  const bot = { program, since: 0, understand };
  const log = (_facts: object, message: string): void => void logged.push(message);
  const send = given.send ?? (async (): Promise<Sent> => ({ ok: true }));
  const push: Channel = {
    name: 'push',
    delivery: 'push',
    send: async (row) => {
      const result = await send(row);
      if (result.ok) sent.push(row);
      return result;
    },
  };
  const runtime = await createRuntime({
    store: counting(given.store),
    bots: given.bots ?? { current: () => bot, version: async () => undefined },
    clock,
    random: { id: () => `id${++count}`, unit: () => 0 },
    channels: new Map([
      ['push', push],
      ['web', { name: 'web', delivery: 'fetch', send: async () => ({ ok: true }) }],
    ]),
    runAction: given.act ?? (async () => ({ ok: true, output: true })),
    observe: () => [],
    ...(given.staffing ? { staffing: given.staffing } : {}),
    log: { info: log, warn: log, error: log },
  });
  const events = (conversation = 'c') => given.store.events(conversation, { after: 0 });
  return {
    runtime,
    store: given.store,
    clock,
    sent,
    logged,
    program,
    events,
    async open(conversation = 'c', channel = 'push') {
      await runtime.open({
        conversation,
        channel,
        address: conversation,
        entryPoint: 'default',
        customer: 'k',
        locale: 'en',
      });
    },
    say: (text, { conversation = 'c', id = `m${++count}` } = {}) =>
      runtime.receive({ ...inbound(text, conversation, id), receivedAt: clock.now() }),
    async replies(conversation = 'c') {
      return (await events(conversation)).flatMap((event) =>
        event.type === 'bot.said' ? [event.words?.text ?? ''] : [],
      );
    },
  };
}

function inbound(text: string, conversation: string, providerId: string): Omit<Inbound, 'receivedAt'> {
  return { channel: 'push', account: 'a', providerId, conversation, via: 'text', text };
}

function withSpec(program: Program, change: Partial<ActionSpec>): Program {
  const spec: ActionSpec = { name: 'pay', timeoutMs: 5_000, retries: 2, safe: false, idempotent: false, ...change };
  return { ...program, actions: new Map([['pay', spec]]) };
}

/** A promise whose end the test decides. */
export function gate<T>(): { readonly promise: Promise<T>; open(value: T): void } {
  const { promise, resolve } = Promise.withResolvers<T>();
  return { promise, open: resolve };
}

/** calls that a store has not answered yet */
let asked = 0;

/** The same store; what it is asked is counted until it answers. */
function counting(store: Store): Store {
  return new Proxy(store, {
    get(target, name, receiver) {
      const value = Reflect.get(target, name, receiver);
      return typeof value === 'function' ? (...args: unknown[]) => counted(value.apply(target, args)) : value;
    },
  });
}

function counted(answer: unknown): unknown {
  if (!(answer instanceof Promise)) return answer;
  asked++;
  return answer.finally(() => asked--);
}

/** Lets everything that is ready go on, without letting time pass. */
export async function breathe(turns = 20): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    do await new Promise((resolve) => setImmediate(resolve));
    while (asked > 0);
  }
}
