/**
 * What `touchpoint/botbuilder` costs a bot of botbuilder: turns of a waterfall bot through CloudAdapter, with the middleware and without, in turns. The
 * bot's own thread is what its customers wait for; all threads are what the machine pays.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Touchpoint, touchpoint } from '../../src/botbuilder/touchpoint.ts';
import { type Benchmark, type BenchResult, median } from '../result.ts';
import { type Answering, answeringBot } from './waterfall.ts';

const pairs = Number(process.env['BENCH_PAIRS'] ?? 5);
const turnsAPair = 1_500;

export const middlewareBenchmark: Benchmark = { name: 'middleware.botbuilder', measure };

async function measure(): Promise<readonly BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'touchpoint-middleware-'));
  const seen = touchpoint({ data: join(folder, 'seen.db'), noMatch: /didn't get that/ });
  try {
    return await compare(seen, await answeringBot(), await answeringBot(seen));
  } finally {
    await seen.close();
    await rm(folder, { recursive: true, force: true });
  }
}

type Cost = { readonly own: number; readonly all: number };

async function compare(seen: Touchpoint, plain: Answering, measured: Answering): Promise<readonly BenchResult[]> {
  await cost(plain);
  await cost(measured, seen);
  const rounds: { readonly plain: Cost; readonly measured: Cost }[] = [];
  for (let pair = 0; pair < pairs; pair++)
    rounds.push({ plain: await cost(plain), measured: await cost(measured, seen) });
  const figure = (name: string, of: keyof Cost, goal?: string): BenchResult => ({
    name,
    unit: '% of a turn',
    value: 100 * (median(rounds.map((round) => round.measured[of] / round.plain[of])) - 1),
    peer: 'µs a turn without it',
    peerValue: median(rounds.map((round) => round.plain[of])),
    ...(goal === undefined ? {} : { goal }),
  });
  return [
    figure('middleware.botbuilder', 'own', "at most 5 of the bot's thread"),
    figure('middleware.botbuilder.threads', 'all'),
  ];
}

/** Microseconds of processor time a turn, all that was handed over being kept. */
async function cost(answer: Answering, seen?: Touchpoint): Promise<Cost> {
  const [own, all] = [process.threadCpuUsage(), process.cpuUsage()];
  for (let turn = 0; turn < turnsAPair; turn++) await answer(turn);
  const ownSpent = spent(process.threadCpuUsage(own));
  await seen?.settle();
  return { own: ownSpent / turnsAPair, all: spent(process.cpuUsage(all)) / turnsAPair };
}

function spent({ user, system }: NodeJS.CpuUsage): number {
  return user + system;
}
