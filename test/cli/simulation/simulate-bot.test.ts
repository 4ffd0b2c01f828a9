import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compareRuns } from '../../../src/cli/simulation/figures/compare-runs.ts';
import { worldsOf } from '../../../src/cli/simulation/run-seed.ts';
import { runBot, simulateBot } from '../../../src/cli/simulation/simulate-bot.ts';
import { worlds } from '../../../src/simulation/worlds.ts';

const folder = fileURLToPath(new URL('../../..', import.meta.url));
const nowhere = { out() {}, err() {} };

const quiet = { folder, environment: process.env, output: nowhere, data: 'memory:' };

function simulate({ seed = 1, count = 25 } = {}) {
  return simulateBot({ ...quiet, count, seeds: [seed] });
}

describe('simulated customers and the real bot', () => {
  it('give the same facts for the same seed to the byte, on SQLite too', async () => {
    const kept = await mkdtemp(join(tmpdir(), 'simulate-'));
    const runs = async (data: string) => (await runBot({ ...quiet, data, count: 200, seeds: [1] }))[0];
    const [first, again] = [await runs('memory:'), await runs(join(kept, 'data.db'))];
    await rm(kept, { recursive: true });
    expect(first?.facts.length).toBeGreaterThan(200);
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
  }, 120_000);

  it('are others for another seed, and the same in a thread of their own beside it', async () => {
    const [first, other] = [await simulate(), await simulate({ seed: 2 })];
    const both = await simulateBot({ ...quiet, count: 25, seeds: [1, 2] });
    expect(both.seeds).toEqual([...first.seeds, ...other.seeds]);
    expect(JSON.stringify(other.seeds[0]?.outcomes)).not.toBe(JSON.stringify(first.seeds[0]?.outcomes));
  }, 120_000);

  it('live in worlds of 500, each customer in one', () => {
    const worlds = worldsOf(7, 1200);
    expect(worlds.map(({ world, from, count }) => [world, from, count])).toEqual([
      [0, 0, 500],
      [1, 500, 500],
      [2, 1000, 200],
    ]);
  });

  it('are reported without bias: the report is near the truth', async () => {
    const { overall } = await simulateBot({ ...quiet, count: 150, seeds: [21, 22] });
    expect(Math.abs((overall.reportedResolution ?? 0) - (overall.trueResolution ?? 1))).toBeLessThan(0.02);
    expect(overall.covered).toMatchObject({ seeds: 2, of: 2 });
  }, 120_000);

  it('are told apart by the records of the shop: what a record verified is what they wanted, but for a few', async () => {
    const { seeds } = await simulate({ seed: 3, count: 40 });
    const [figures] = seeds;
    const verified = figures?.outcomes['resolved_verified'];
    expect(figures?.customers).toBe(40);
    expect(verified?.cases).toBeGreaterThan(0);
    expect((verified?.solved ?? 0) / (verified?.cases ?? 1)).toBeGreaterThan(0.9);
    expect(figures?.solvedCustomers).toBeLessThan(40);
  }, 120_000);

  it.each(worlds)(
    'look better than they are, counted by containment, in the world of %s',
    async (world) => {
      const { overall } = await simulateBot({ ...quiet, count: 60, seeds: [1], world });
      expect(overall.containment.missesBy).toBeGreaterThan(0.1);
    },
    120_000,
  );

  it('tell a bot that costs more from the same bot', async () => {
    const runs = await runBot({ ...quiet, count: 30, seeds: [4] });
    const dearer = runs.map((run) => ({
      ...run,
      lives: run.lives.map((life, n) => ({ ...life, cost: life.cost + 1 + (n % 3) })),
    }));
    expect(compareRuns(runs, runs)).toMatchObject({ cost: { value: 0, low: 0, high: 0, n: 30 }, isWorse: false });
    expect(compareRuns(runs, dearer)).toMatchObject({ cost: { value: 2 }, isWorse: true });
    expect(compareRuns(dearer, runs)).toMatchObject({ isWorse: false });
  }, 120_000);
});
