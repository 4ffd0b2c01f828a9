/**
 * How soon the dashboard's figures are there over many cases in a SQLite file, asked for over HTTP after each change: half and nineteen of twenty answers take no longer.
 * BENCH_DATA names a file, such as `bench/multiply.ts` writes; else there are BENCH_CASES cases.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { openStore } from '../../src/storage/open-store.ts';
import { type Child, field, startChild } from '../child.ts';
import { withData } from '../data/with-data.ts';
import type { Benchmark, BenchResult } from '../result.ts';
import { fillWithCases } from './report.ts';

const command = fileURLToPath(new URL('../../bin/touchpoint.js', import.meta.url));
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 20);

const views = {
  overview: { path: 'report?by=touchpoint', goalMs: 200 },
  filtered: { path: 'report?by=touchpoint&language=en', goalMs: 500 },
  intents: { path: 'report?by=intent', goalMs: 500 },
  journey: { path: 'journey', goalMs: 500 },
  staff: { path: 'staff', goalMs: 500 },
} as const;

export const servedBenchmark: Benchmark = {
  name: 'report.served',
  async measure() {
    const given = process.env['BENCH_DATA'];
    if (given !== undefined) return measureAt(given);
    return withData('sqlite', async (data) => {
      const store = await openStore(data);
      await fillWithCases(store);
      await store.close();
      return measureAt(data);
    });
  },
};

async function measureAt(data: string): Promise<readonly BenchResult[]> {
  const server = await startChild([command, 'serve', '--json', '--port', '0', '--no-services', '--data', data]);
  try {
    const asker = await signIn(server);
    for (const { path } of Object.values(views)) await asker.ask(path);
    const results: BenchResult[] = [];
    for (const [name, { path, goalMs }] of Object.entries(views)) {
      const taken: number[] = [];
      for (let round = 0; round < rounds; round++) {
        await asker.change();
        taken.push(await asker.ask(path));
      }
      results.push(...figures(name, taken, goalMs));
    }
    const status = await readFile(`/proc/${server.pid}/status`, 'utf8').catch(() => '');
    const kiB = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN);
    return [...results, { name: 'report.served.memory', unit: 'MB', value: Math.round(kiB / 1e3) }];
  } finally {
    await server.stop();
  }
}

function figures(name: string, taken: readonly number[], goalMs: number): readonly BenchResult[] {
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN);
  const goal = `at most ${goalMs} for nineteen of twenty, over 1,000,000 cases`;
  return [
    { name: `report.served.${name}.p50`, unit: 'ms', value: at(0.5) },
    { name: `report.served.${name}.p95`, unit: 'ms', value: at(0.95), goal },
  ];
}

/** @property change a customer says something, and facts have changed; @property ask gives milliseconds */
type Asker = { ask(path: string): Promise<number>; change(): Promise<void> };

async function signIn(server: Child): Promise<Asker> {
  const url = field(server, 'url');
  const signedIn = await fetch(field(server, 'signIn'), { redirect: 'manual' });
  const headers = { cookie: signedIn.headers.get('set-cookie')?.split(';')[0] ?? '' };
  const live = await fetch(`${url}/api/cx/live`, { headers });
  const told = live.body?.pipeThrough(new TextDecoderStream()).getReader();
  const begun = conversation.parse(await post(`${url}/v3/directline/conversations`, {}));
  const to = `${url}/v3/directline/conversations/${begun.conversationId}/activities`;
  return {
    async ask(path) {
      const from = performance.now();
      const answer = await fetch(`${url}/api/cx/${path}`, { headers });
      await answer.text();
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      return performance.now() - from;
    },
    async change() {
      await post(to, { type: 'message', from: { id: 'bench' }, text: 'what are your opening hours?' });
      for (let text = ''; !text.includes('event: facts'); ) {
        const { value, done } = (await told?.read()) ?? { done: true };
        if (done) throw new Error('the server tells of no facts any more');
        text += value ?? '';
      }
    },
  };
}

const conversation = z.object({ conversationId: z.string() });

async function post(url: string, body: object): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.json();
}
