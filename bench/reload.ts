/**
 * How long it takes until one edited file of a bot of 300 dialogs is read, checked and ready to be the next version, in a process that runs the bot.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createBotReader } from '../src/cli/bot/read-bot.ts';
import { inBigBot } from './big-bot-folder.ts';
import { type Benchmark, median } from './result.ts';

const dialogs = 300;
const edits = 11;
const edited = 'dialogs/topic-7.yaml';

export const reloadBenchmark: Benchmark = {
  name: 'reload.300',
  async measure() {
    const milliseconds = await inBigBot(dialogs, measureEdits);
    return [{ name: 'reload.300', unit: 'ms', value: median(milliseconds), goal: 'at most 200' }];
  },
};

async function measureEdits(folder: string): Promise<readonly number[]> {
  const reader = createBotReader(folder, {});
  await reader.read();
  const text = await readFile(join(folder, edited), 'utf8');
  const taken: number[] = [];
  for (let edit = 0; edit < edits; edit++) {
    await writeFile(join(folder, edited), text.replace('All right.', `All right, ${edit}.`));
    const begun = performance.now();
    const { program } = await reader.read();
    if (!program) throw new Error('the big bot has errors');
    taken.push(performance.now() - begun);
  }
  return taken;
}
