/**
 * A full durable turn over HTTP (understand, step, commit with fsync, reply) against a bare CloudAdapter echo, driven in turns, with a bare restify
 * echo beside them as the ceiling. Contracts §11.
 */
import { fileURLToPath } from 'node:url';
import { field, startChild } from '../child.ts';
import { type Engine, withData } from '../data/with-data.ts';
import { type Benchmark, type BenchResult, median } from '../result.ts';

type Driven = { readonly perSecond: number; readonly p50Ms: number; readonly p99Ms: number; readonly failed: number };

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const pairs = Number(process.env['BENCH_PAIRS'] ?? 5);
const seconds = process.env['BENCH_SECONDS'] ?? '10';

/** Of the ratio to the CloudAdapter echo. */
const goals = { sqlite: 3, postgres: 1.5 } as const;

export function turnBenchmark(engine: Engine): Benchmark {
  const name = `turn.http.${engine}`;
  return { name, measure: () => withData(engine, (data) => measure(data, name, goals[engine])) };
}

async function measure(data: string, name: string, goal: number): Promise<readonly BenchResult[]> {
  const bot = await startChild([here('../../bin/touchpoint.js'), 'serve', '--json', '--port', '0', '--data', data]);
  const cloud = await startChild([here('./peers/cloudadapter-echo.js')]);
  const bare = await startChild([here('./peers/restify-echo.ts')]);
  try {
    const urls = { bot: field(bot, 'url'), cloud: field(cloud, 'url'), bare: field(bare, 'url') };
    return figures(name, goal, await compare(urls));
  } finally {
    await Promise.all([bot.stop(), cloud.stop(), bare.stop()]);
  }
}

type Urls = { readonly bot: string; readonly cloud: string; readonly bare: string };

type Round = { readonly bot: Driven; readonly cloud: Driven; readonly bare: Driven };

async function compare(urls: Urls): Promise<readonly Round[]> {
  await drive('bot', urls.bot, '2');
  await drive('echo', urls.cloud, '2');
  const rounds: Round[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    rounds.push({
      bot: await drive('bot', urls.bot, seconds),
      cloud: await drive('echo', urls.cloud, seconds),
      bare: await drive('echo', urls.bare, seconds),
    });
  }
  return rounds;
}

function figures(name: string, goal: number, rounds: readonly Round[]): readonly BenchResult[] {
  const bots = rounds.map((round) => round.bot);
  const value = median(bots.map(({ perSecond }) => perSecond));
  const latency = { p50Ms: median(bots.map(({ p50Ms }) => p50Ms)), p99Ms: median(bots.map(({ p99Ms }) => p99Ms)) };
  const against = (peer: 'cloud' | 'bare') => ({
    peerValue: median(rounds.map((round) => round[peer].perSecond)),
    ratio: median(rounds.map((round) => round.bot.perSecond / round[peer].perSecond)),
  });
  const base = { name, unit: 'req/s', value, ...latency };
  return [
    { ...base, peer: 'cloudadapter-echo', ...against('cloud'), goal: `ratio at least ${goal}` },
    { ...base, peer: 'restify-echo (ceiling)', ...against('bare') },
  ];
}

async function drive(kind: 'bot' | 'echo', url: string, duration: string): Promise<Driven> {
  const driver = await startChild([here('./drive.ts'), kind, url, duration]);
  await driver.stop();
  const { perSecond, p50Ms, p99Ms, failed } = driver.ready;
  if (failed !== 0) throw new Error(`${String(failed)} requests to ${url} failed`);
  return { perSecond: Number(perSecond), p50Ms: Number(p50Ms), p99Ms: Number(p99Ms), failed: 0 };
}
