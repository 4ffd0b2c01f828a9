/** Worlds lived in a thread of their own, beside others. */
import { Worker } from 'node:worker_threads';
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import { moduleUrl } from '../../../files/module-url.ts';
import type { Facts } from '../../../measurement/facts.ts';
import { hear } from '../../reading/told.ts';
import type { Told } from '../../reading/words.ts';
import { inTurn } from './in-turn.ts';
import type { Lane, Lived } from './lane.ts';
import type { FromLane, LaneData, ToLane } from './words.ts';

/** What it was asked rejects with what went wrong there, or SERVICE_FAILED where the thread ended under it. */
export function threadLane(given: LaneData): Lane {
  const environment = { ...given.environment };
  const workerData: LaneData = { ...given, environment };
  const worker = new Worker(moduleUrl('./lane-worker.ts', import.meta.url), { workerData });
  const next = inTurn();
  const lived = expecting<Lived>();
  const judged = expecting<readonly Facts[]>();
  worker.on('message', (message: FromLane) => {
    if (message.kind === 'lived') lived.take(message.told);
    else judged.take(message.told);
  });
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  worker.on('error', end);
  void exited.then(() => end());
  return {
    live: (task) => next(() => lived.ask(() => say({ kind: 'live', task }))),
    judge: (task, verdicts) => next(() => judged.ask(() => say({ kind: 'judge', task, verdicts }))),
    async close() {
      say({ kind: 'close' });
      await exited;
    },
  };

  function say(message: ToLane): void {
    worker.postMessage(message);
  }

  function end(cause?: unknown): void {
    const error = new TouchpointError('SERVICE_FAILED', 'a thread of the simulation has ended', {
      fix: 'run it again with fewer conversations, which needs less memory',
      cause,
    });
    lived.fail(error);
    judged.fail(error);
  }
}

type Expecting<T> = { ask(say: () => void): Promise<T>; take(told: Told<T>): void; fail(error: Error): void };

/** An answer that is waited for, one at a time; after a failure there are no more. */
function expecting<T>(): Expecting<T> {
  let waiting: PromiseWithResolvers<Told<T>> | undefined;
  let failed: Error | undefined;
  return {
    async ask(say) {
      if (failed) throw failed;
      waiting = Promise.withResolvers();
      say();
      return hear(await waiting.promise);
    },
    take: (told) => waiting?.resolve(told),
    fail(error) {
      failed ??= error;
      waiting?.reject(failed);
    },
  };
}
