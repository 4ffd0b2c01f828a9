/**
 * A process that is to be killed: the real runtime on SQLite, with a counterpart that keeps a log of its own. It reads lines of JSON `{conversation, id,
 * text}` on stdin, says each conversation's one after another, prints `ack ID` after each acknowledgement, lets a day pass, prints `idle` when nothing is
 * left to do, and kills itself with SIGKILL where it was told: at the nth passage of a named point.
 *
 * Arguments: database file, counterpart's log, point (or `-`), count.
 */
import { appendFileSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { createRealClock } from '../../../src/cli/process/real-clock.ts';
import { createRuntime } from '../../../src/runtime/create-runtime.ts';
import type { Channel } from '../../../src/runtime/ports/delivery.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { programOf, understand } from '../../dialogs/step/talk.ts';
import { bot as yaml } from './bot.ts';

const [data = '', log = '', point = '-', passage = '1'] = process.argv.slice(2);
const store = await openStore(data);
const bot = { program: programOf(yaml, ['pay']), since: 0, understand };
let passed = 0;
let later = 0;
let count = 0;

const channel: Channel = {
  name: 'push',
  delivery: 'push',
  async send(row) {
    record({ sent: row.id, conversation: row.conversation, seq: row.seq });
    return { ok: true };
  },
};

const runtime = await createRuntime({
  store,
  bots: { current: () => bot, version: async () => undefined },
  clock: { now: () => Date.now() + later, after: createRealClock().after },
  random: { id: () => `${process.pid}-${++count}`, unit: () => 0 },
  channels: new Map([['push', channel]]),
  async runAction({ idempotencyKey }) {
    record({ called: idempotencyKey });
    await setTimeout(3);
    return { ok: true, output: true };
  },
  observe: () => [],
  log: { info: nothing, warn: nothing, error: nothing },
  probe(name) {
    if (name === point && ++passed === Number(passage)) process.kill(process.pid, 'SIGKILL');
  },
});

const customers = new Map<string, Promise<void>>();
for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  const before = customers.get(message.conversation) ?? Promise.resolve();
  customers.set(
    message.conversation,
    before.then(() => take(message)),
  );
}
await Promise.all(customers.values());
await runtime.settle();
later = 25 * 3_600_000;
await runtime.settle();
print('idle');
await runtime.stop();
await store.close();

async function take({ conversation, id, text }: { conversation: string; id: string; text: string }): Promise<void> {
  if (text === 'open') {
    await runtime.open({
      conversation,
      channel: 'push',
      address: conversation,
      entryPoint: 'default',
      customer: 'k',
      locale: 'en',
    });
    return print(`ack ${id}`);
  }
  const given = { channel: 'push', account: 'a', providerId: id, conversation, receivedAt: Date.now(), text };
  const { status } = await runtime.receive({ ...given, via: 'text' });
  if (status !== 'unknown') print(`ack ${id}`);
}

/** Written before the call returns: what was acknowledged must not be lost with the process. */
function print(line: string): void {
  writeSync(1, `${line}\n`);
}

function record(entry: object): void {
  appendFileSync(log, `${JSON.stringify(entry)}\n`);
}

function nothing(): void {}
