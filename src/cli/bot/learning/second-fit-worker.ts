/** Fits the second learner of a large set beside the training thread, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { fitDropoutSoftmax, type SecondTask } from '../../../intents/training/fit-dropout-softmax.ts';

const given: SecondTask = workerData;
const fitted = fitDropoutSoftmax(given);
parentPort?.postMessage(fitted);
