/** The training thread: examples in, model out, and its end. The second learner of a large set has a thread of its own beside it. */
import { parentPort, Worker } from 'node:worker_threads';
import { moduleUrl } from '../../../files/module-url.ts';
import { trainTogether } from '../../../intents/model/train-model.ts';
import type { SecondTask } from '../../../intents/training/fit-dropout-softmax.ts';
import type { Linear } from '../../../intents/training/linear.ts';
import type { Training } from './train.ts';

parentPort?.once('message', async ({ examples, embeddings: _, ...options }: Training) => {
  parentPort?.postMessage(await trainTogether(examples, options, fitBeside));
  parentPort?.close();
});

function fitBeside(given: SecondTask): Promise<Linear> {
  const worker = new Worker(moduleUrl('./second-fit-worker.ts', import.meta.url), { workerData: given });
  return new Promise((resolve, reject) => {
    worker.once('message', (fitted: Linear) => resolve(fitted));
    worker.once('error', reject);
  });
}
