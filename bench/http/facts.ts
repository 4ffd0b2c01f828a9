/**
 * How long it takes from the acknowledgement of a customer's message until the facts of the case hold it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Store } from '../../src/runtime/ports.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { field, startChild } from '../child.ts';
import { type Engine, withData } from '../data/with-data.ts';
import { type Benchmark, type BenchResult, median } from '../result.ts';

const command = fileURLToPath(new URL('../../bin/touchpoint.js', import.meta.url));
const samples = 40;
const lookMs = 10;
const turns = z.object({ customerTurns: z.number() });

export function factsBenchmark(engine: Engine): Benchmark {
  const name = `facts.visible.${engine}`;
  return { name, measure: () => withData(engine, (data) => measure(name, data)) };
}

async function measure(name: string, data: string): Promise<readonly BenchResult[]> {
  const bot = await startChild([command, 'serve', '--json', '--port', '0', '--no-watch', '--data', data]);
  const store = await openStore(data, { readOnly: true });
  try {
    const seconds: number[] = [];
    for (let sample = 0; sample < samples; sample++) seconds.push(await visibleAfter(field(bot, 'url'), store));
    const value = Math.max(...seconds);
    return [{ name, unit: 's', value, p50Ms: Math.round(median(seconds) * 1_000), goal: 'at most 1' }];
  } finally {
    await store.close();
    await bot.stop();
  }
}

async function visibleAfter(url: string, store: Store): Promise<number> {
  const from = Date.now();
  const started = await post(`${url}/v3/directline/conversations`, {});
  const { conversationId, token } = z.object({ conversationId: z.string(), token: z.string() }).parse(started);
  const message = { type: 'message', from: { id: 'customer' }, text: 'what are your opening hours?' };
  await post(`${url}/v3/directline/conversations/${conversationId}/activities`, message, token);
  const begun = performance.now();
  while (!(await isVisible(store, conversationId, from))) await pause(lookMs);
  return (performance.now() - begun) / 1_000;
}

async function post(url: string, body: object, token?: string): Promise<unknown> {
  const headers = {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return answer.json();
}

async function isVisible(store: Store, conversation: string, from: number): Promise<boolean> {
  const rows = await store.facts({ from: from - 1_000 });
  return rows.some((row) => row.conversation === conversation && turns.parse(JSON.parse(row.facts)).customerTurns > 0);
}
