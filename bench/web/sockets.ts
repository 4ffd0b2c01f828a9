/**
 * The web channel's sockets: what 5,000 customers with an idle chat window cost in memory, and how soon an answer stands in the window of who asks.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { field, startChild } from '../child.ts';
import type { Benchmark, BenchResult } from '../result.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const sockets = Number(process.env['BENCH_SOCKETS'] ?? '5000');

export const socketsBenchmark: Benchmark = { name: 'web.sockets', measure };

async function measure(): Promise<readonly BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'touchpoint-sockets-'));
  const command = [here('../../bin/touchpoint.js'), 'serve', '--json', '--port', '0', '--data', join(folder, 'b.db')];
  const server = await startChild(command);
  try {
    const pid = String(server.ready['pid']);
    const driver = await startChild([here('./open-sockets.ts'), field(server, 'url'), String(sockets), pid]);
    await driver.stop();
    const { kibibytes, p50Ms, p99Ms } = driver.ready;
    return [
      { name: 'web.sockets', unit: 'KiB each', value: Number(kibibytes), goal: 'at most 20 (5,000 idle connections)' },
      {
        name: 'web.answer',
        unit: 'ms',
        value: Number(p50Ms),
        p50Ms: Number(p50Ms),
        p99Ms: Number(p99Ms),
        goal: 'median at most 10, beside the idle connections',
      },
    ];
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
