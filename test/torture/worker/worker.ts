/**
 * A process that is to be tormented: the real runtime, store and projector, with a channel and actions that reach the counterpart over HTTP. It prints
 * `{"port"}` when its door is open, kills itself with SIGKILL where its orders say so, and ends in good order at SIGTERM.
 */
import { flushCompileCache } from 'node:module';
import { keepProjecting } from '../../../src/cli/bot/keep-projecting.ts';
import { observe } from '../../../src/cli/bot/observe.ts';
import { random } from '../../../src/cli/process/random.ts';
import { createRealClock } from '../../../src/cli/process/real-clock.ts';
import { published } from '../../../src/measurement/constants/measures.ts';
import { createProjector } from '../../../src/reports/facts/create-projector.ts';
import { createRuntime } from '../../../src/runtime/create-runtime.ts';
import type { Log } from '../../../src/runtime/ports.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { understand } from '../../dialogs/step/talk.ts';
import { actionsOf, channelTo } from './ask-counterpart.ts';
import { botProgram } from './bot.ts';
import { breakProjector } from './broken/break-projector.ts';
import { breakStore } from './broken/break-store.ts';
import { openDoor } from './door.ts';
import { orders } from './orders.ts';

// whoever torments it has ended, in whatever way
process.stdin.resume().once('end', () => process.exit(1));

const given = orders.parse(JSON.parse(process.argv[2] ?? ''));
const bot = { program: botProgram(), since: 0, understand };
let { offsetMs } = given;
let passed = 0;

const log: Log = { info: () => {}, warn: note('warn'), error: note('error') };
const opened = await openStore(given.data, { inThread: true });
const store = given.broken === 'outbox-without-claim' ? await breakStore(opened, given.data) : opened;
const channel = channelTo(given);
const runtime = await createRuntime({
  store,
  bots: { current: () => bot, version: async () => undefined },
  clock: { now: () => Date.now() + offsetMs, after: createRealClock().after },
  random,
  channels: new Map([[channel.name, channel]]),
  runAction: actionsOf(given),
  observe,
  log,
  probe(point) {
    if (point === given.kill?.point && ++passed === given.kill.passage) process.kill(process.pid, 'SIGKILL');
  },
});
const projector = createProjector({ store, measures: published, zone: 'UTC' });
const projecting = keepProjecting({
  runtime,
  isShared: store.sharing !== undefined,
  projector: given.broken === 'projector-by-global-position' ? await breakProjector(store, given) : projector,
  log,
});

const port = await openDoor({
  runtime,
  isEarly: given.broken === 'early-acknowledgement',
  async turn(control) {
    offsetMs = control.offsetMs;
    if (!control.isLast) return;
    await runtime.settle();
    await projecting.catchUp();
  },
});
process.once('SIGTERM', () => void end());
process.stdout.write(`${JSON.stringify({ port })}\n`);
// those that are killed cannot
flushCompileCache();

async function end(): Promise<void> {
  await runtime.stop();
  await projecting.stop();
  await store.close();
  process.exit(0);
}

function note(level: string): (facts: object, message: string) => void {
  return (facts, message) => {
    const error = 'error' in facts ? String(facts.error) : '';
    process.stderr.write(`${JSON.stringify({ at: Date.now(), level, message, ...facts, error })}\n`);
  };
}
