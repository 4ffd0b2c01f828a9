/**
 * How soon a webhook of Telegram is acknowledged, after the commit that holds the message, at 200 requests a second: from a generator that waits for no
 * answer before it sends the next, over 400 chats.
 */
import { execFile } from 'node:child_process';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { field, startChild } from '../child.ts';
import type { Benchmark, BenchResult } from '../result.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const command = here('../../bin/touchpoint.js');
const seconds = process.env['BENCH_SECONDS'] ?? '10';
const run = promisify(execFile);
const secret = 'bench-secret';

export const telegramBenchmark: Benchmark = { name: 'webhook.telegram', measure };

async function measure(): Promise<readonly BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'touchpoint-telegram-'));
  const provider = await startChild([here('./bot-api.ts')]);
  try {
    return [await measureIn(folder, field(provider, 'url'))];
  } finally {
    await provider.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureIn(folder: string, api: string): Promise<BenchResult> {
  const bot = join(folder, 'bot');
  await run(process.execPath, [command, 'init', bot]);
  await appendFile(join(bot, 'touchpoint.yaml'), `\nchannels: { telegram: { baseUrl: "${api}" } }\n`);
  const started = ['serve', '--json', '--port', '0', '--bot', bot, '--data', join(folder, 'bench.db')];
  const server = await startChild([command, ...started], {
    TOUCHPOINT_TELEGRAM_TOKEN: '42:bench',
    TOUCHPOINT_TELEGRAM_SECRET: secret,
  });
  try {
    await post(field(server, 'url'), '2');
    const { p50Ms, p99Ms, perSecond } = await post(field(server, 'url'), seconds);
    const goal = 'p50 at most 20 ms at 200 requests a second';
    return { name: 'webhook.telegram', unit: 'req/s', value: perSecond, p50Ms, p99Ms, goal };
  } finally {
    await server.stop();
  }
}

async function post(url: string, duration: string) {
  const driver = await startChild([here('./post-updates.ts'), url, secret, duration]);
  await driver.stop();
  const { p50Ms, p99Ms, perSecond, failed } = driver.ready;
  if (failed !== 0) throw new Error(`${String(failed)} updates were not acknowledged`);
  return { p50Ms: Number(p50Ms), p99Ms: Number(p99Ms), perSecond: Number(perSecond) };
}
