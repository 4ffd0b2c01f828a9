/** What the sample bot's own phrases take to learn, in each of its languages, in a thread that runs already, as on a server. */
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { startTrainer, train } from '../../src/cli/bot/learning/train.ts';
import { createIntentsReader } from '../../src/intents/read-intents.ts';
import { timed } from './contestant.ts';

const folder = fileURLToPath(new URL('../../intents', import.meta.url));
/** A thread is up when it has read its code. */
const loadingMs = 1_000;

export type SampleResult = {
  readonly set: string;
  readonly phrases: number;
  readonly intents: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly modelBytes: number;
};

export async function sampleBot(): Promise<readonly SampleResult[]> {
  const results: SampleResult[] = [];
  for (const locale of ['en', 'de', 'es']) results.push(await learn(locale));
  return results;
}

async function learn(locale: string): Promise<SampleResult> {
  const names = readdirSync(folder).filter((name) => name.endsWith(`.${locale}.yaml`));
  const files = names.map((name) => ({ path: `intents/${name}`, text: readFileSync(join(folder, name), 'utf8') }));
  const { examples, intents } = createIntentsReader()(files);
  const trainer = startTrainer();
  trainer.ref();
  await once(trainer, 'online');
  await pause(loadingMs);
  const { made, ...taken } = await timed(() => train({ examples, locale }, trainer));
  return {
    set: `sample-${locale}`,
    phrases: examples.length,
    intents: intents.size,
    ...taken,
    modelBytes: serialize(made).byteLength,
  };
}
