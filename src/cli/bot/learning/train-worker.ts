/** The training thread: examples in, model out, and its end. */
import { parentPort } from 'node:worker_threads';
import { trainModel } from '../../../intents/model/train-model.ts';
import type { Training } from './train.ts';

parentPort?.once('message', ({ examples, locale }: Training) => {
  parentPort?.postMessage(trainModel(examples, { locale }));
  parentPort?.close();
});
