/**
 * How long `touchpoint check` takes for a bot of 300 dialogs, from the command line to its end.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { inBigBot } from './big-bot-folder.ts';
import { type Benchmark, median } from './result.ts';

const command = fileURLToPath(new URL('../bin/touchpoint.js', import.meta.url));
const dialogs = 300;
const runs = 5;

export const checkBenchmark: Benchmark = {
  name: 'check.300',
  async measure() {
    const seconds = await inBigBot(dialogs, async (folder) => {
      const taken: number[] = [];
      for (let run = 0; run <= runs; run++) taken.push(await check(folder));
      return taken.slice(1);
    });
    return [{ name: 'check.300', unit: 's', value: median(seconds), goal: 'at most 1.5' }];
  },
};

async function check(folder: string): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, [command, 'check', '--json', '--bot', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('the big bot has errors');
  return (performance.now() - begun) / 1_000;
}
