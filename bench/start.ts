/**
 * How soon the sample bot answers after its start, and what it holds in memory when idle.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startChild } from './child.ts';
import { residentKibibytes } from './machine.ts';
import { type Benchmark, type BenchResult, median } from './result.ts';

const command = fileURLToPath(new URL('../bin/touchpoint.js', import.meta.url));
const runs = 5;
const settleMs = 3_000;

export const startBenchmark: Benchmark = { name: 'start', measure };

async function measure(): Promise<readonly BenchResult[]> {
  const seconds: number[] = [];
  const mebibytes: number[] = [];
  await measureOnce();
  for (let run = 0; run < runs; run++) {
    const once = await measureOnce();
    seconds.push(once.seconds);
    mebibytes.push(once.mebibytes);
  }
  return [
    { name: 'start.ready', unit: 's', value: median(seconds), goal: 'at most 1.5' },
    { name: 'start.rss', unit: 'MiB', value: median(mebibytes), goal: 'at most 160' },
  ];
}

async function measureOnce(): Promise<{ readonly seconds: number; readonly mebibytes: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'touchpoint-start-'));
  const bot = await startChild([command, 'serve', '--json', '--port', '0', '--data', join(folder, 'start.db')]);
  await setTimeout(settleMs);
  const mebibytes = Math.round(residentKibibytes(String(bot.ready['pid'])) / 102.4) / 10;
  await bot.stop();
  await rm(folder, { recursive: true, force: true });
  return { seconds: bot.startedInMs / 1_000, mebibytes };
}
