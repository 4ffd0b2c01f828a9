import { Worker } from 'node:worker_threads';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Example } from '../../intents/example.ts';
import type { Model } from '../../intents/model/model.ts';

/** What the training thread is given. */
export type Training = { readonly examples: readonly Example[]; readonly locale: string };

/**
 * Trains in a thread of its own, so that a running bot goes on answering meanwhile.
 *
 * @throws TouchpointError BOT_INVALID when the training itself breaks down
 */
export function train(training: Training): Promise<Model> {
  const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./train-worker.${extension}`, import.meta.url), { workerData: training });
  return new Promise((resolve, reject) => {
    worker.once('message', (model: Model) => resolve(model));
    worker.once('error', (cause) => {
      reject(new TouchpointError('BOT_INVALID', 'the intents could not be learned', { cause }));
    });
  });
}
