/** The thread that keeps what was seen: store, events and figures, beside the bot and never in its way. */
import { randomBytes } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { published } from '../../measurement/constants/measures.ts';
import { createProjector } from '../../reports/facts/create-projector.ts';
import { openToServe } from '../../storage/open-to-serve.ts';
import type { SeenTurn } from '../seen.ts';
import { createLines } from './create-lines.ts';
import { createRecorder } from './create-recorder.ts';
import { type FromRecorder, type ToRecorder, threadData } from './words.ts';

const { data, zone } = threadData.parse(workerData);
const store = await openToServe(data, { inThread: false });
const projector = createProjector({ store, measures: published, zone });
const recorder = createRecorder({ store, id: () => randomBytes(16).toString('base64url') });

const lookMs = 30_000;
const looking = setInterval(() => void lines.alone(() => recorder.passTime(Date.now())), lookMs);
const lines = createLines((error) => {
  failure = String(error);
});
let failure: string | undefined;

parentPort?.on('message', (words: ToRecorder) => {
  if (words.kind === 'turns') return keep(JSON.parse(words.turns));
  const { call, kind } = words;
  void lines
    .alone(kind === 'close' ? close : settle)
    .then(() => tell({ call, ...(failure === undefined ? {} : { failure }) }));
});

function keep(turns: readonly SeenTurn[]): void {
  for (const turn of turns) lines.queue(`${turn.channel} ${turn.conversation}`, () => recorder.record(turn));
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
