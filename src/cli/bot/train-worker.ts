/** The training thread: examples in, model out. */
import { parentPort, workerData } from 'node:worker_threads';
import { trainModel } from '../../intents/model/train-model.ts';
import type { Training } from './train.ts';

const { examples, locale }: Training = workerData;
parentPort?.postMessage(trainModel(examples, { locale }));
