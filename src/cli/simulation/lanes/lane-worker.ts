/** The thread of a simulation: opens the bot anew, and lives the worlds it is given. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { tell } from '../../reading/told.ts';
import { inlineLane } from './inline-lane.ts';
import type { Lane } from './lane.ts';
import { prepare } from './prepare.ts';
import type { FromLane, LaneData, ToLane } from './words.ts';

const given: LaneData = workerData;
if (parentPort) listen(parentPort);

function listen(port: MessagePort): void {
  const opened = open();
  opened.catch(() => {});
  port.on('message', async (message: ToLane) => {
    if (message.kind === 'close') return end();
    port.postMessage(await answer(message));
  });

  async function answer(message: Exclude<ToLane, { kind: 'close' }>): Promise<FromLane> {
    const { task } = message;
    if (message.kind === 'live') return { kind: 'lived', told: await tell(async () => (await opened).live(task)) };
    const told = await tell(async () => (await opened).judge(task, message.verdicts));
    return { kind: 'judged', told };
  }

  async function end(): Promise<void> {
    const lane = await opened.catch(() => undefined);
    await lane?.close();
    port.close();
  }
}

/** What is wrong with the bot's files was shown before any thread was begun. */
async function open(): Promise<Lane> {
  const prepared = await prepare({ ...given, output: { out() {}, err() {} } });
  return inlineLane(prepared, { environment: given.environment, data: 'memory:' });
}
