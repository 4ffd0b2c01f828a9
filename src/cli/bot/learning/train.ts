import { Worker } from 'node:worker_threads';
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import { moduleUrl } from '../../../files/module-url.ts';
import type { Example } from '../../../intents/example.ts';
import type { Vector } from '../../../intents/meaning/meaning.ts';
import type { ClassifierName, Model } from '../../../intents/model/model.ts';
import type { EmbeddingSettings } from '../embedding/create-embed.ts';

/**
 * What the training thread is given.
 *
 * @property classifier our own when left out
 * @property embeddings the bot has a provider of them
 * @property vectors what it gave, where it answered
 */
export type Training = {
  readonly examples: readonly Example[];
  readonly locale: string;
  readonly classifier?: ClassifierName;
  readonly embeddings?: EmbeddingSettings;
  readonly vectors?: ReadonlyMap<string, Vector>;
};

/** A training thread, which takes a while to load; it keeps no process alive before it is given something. */
export function startTrainer(): Worker {
  const worker = new Worker(moduleUrl('./train-worker.ts', import.meta.url));
  worker.unref();
  return worker;
}

/**
 * Trains in a thread of its own, so that a running bot goes on answering meanwhile.
 *
 * @param trainer one that was started before, and is used up by this
 * @throws TouchpointError BOT_INVALID when the training itself breaks down
 */
export function train(training: Training, trainer: Worker = startTrainer()): Promise<Model> {
  trainer.ref();
  trainer.postMessage(training);
  return new Promise((resolve, reject) => {
    trainer.once('message', (model: Model) => resolve(model));
    trainer.once('error', (cause) => {
      reject(new TouchpointError('BOT_INVALID', 'the intents could not be learned', { cause }));
    });
  });
}
