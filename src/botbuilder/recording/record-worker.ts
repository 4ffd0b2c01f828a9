/** The thread that keeps what was seen: store, events and figures, beside the bot and never in its way. */
import { randomBytes } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { published } from '../../measurement/constants/measures.ts';
import { createProjector } from '../../reports/facts/create-projector.ts';
import { openToServe } from '../../storage/open-to-serve.ts';
import { createRecorder } from './create-recorder.ts';
import { type FromRecorder, type ToRecorder, threadData } from './words.ts';

const { data, zone } = threadData.parse(workerData);
const store = await openToServe(data);
const projector = createProjector({ store, measures: published, zone });
const recorder = createRecorder({ store, id: () => randomBytes(16).toString('base64url') });

const lookMs = 30_000;
const looking = setInterval(() => queue(() => recorder.passTime(Date.now()), undefined), lookMs);
let last: Promise<void> = Promise.resolve();
let failure: string | undefined;

parentPort?.on('message', (words: ToRecorder) => {
  if (words.kind === 'turns') for (const turn of words.turns) queue(() => recorder.record(turn), undefined);
  else queue(() => (words.kind === 'close' ? close() : settle()), words.call);
});

/** One after another, in the order in which they were seen. */
function queue(work: () => Promise<void>, call: number | undefined): void {
  last = last.then(work).catch((error: unknown) => {
    failure = String(error);
  });
  if (call !== undefined) void last.then(() => tell({ call, ...(failure === undefined ? {} : { failure }) }));
}

async function settle(): Promise<void> {
  await recorder.passTime(Date.now());
  await projector.catchUp();
}

async function close(): Promise<void> {
  clearInterval(looking);
  await settle();
  await store.close();
}

function tell(words: FromRecorder): void {
  parentPort?.postMessage(words);
}
