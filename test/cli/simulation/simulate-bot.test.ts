import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compareRuns } from '../../../src/cli/simulation/figures/compare-runs.ts';
import { runBot, simulateBot } from '../../../src/cli/simulation/simulate-bot.ts';
import { worlds } from '../../../src/simulation/worlds.ts';

const folder = fileURLToPath(new URL('../../..', import.meta.url));
const nowhere = { out() {}, err() {} };

const quiet = { folder, environment: process.env, output: nowhere, data: 'memory:' };

function simulate({ seed = 1, count = 25, data = 'memory:' } = {}) {
  return simulateBot({ ...quiet, data, count, seeds: [seed] });
}

describe('simulated customers and the real bot', () => {
  it('give the same for the same seed to the byte, on SQLite too, and something else for another', async () => {
    const kept = await mkdtemp(join(tmpdir(), 'simulate-'));
    const [first, again, other] = [
      await simulate(),
      await simulate({ data: join(kept, 'data.db') }),
      await simulate({ seed: 2 }),
    ];
    await rm(kept, { recursive: true });
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    expect(JSON.stringify(other)).not.toBe(JSON.stringify(first));
  }, 60_000);

  it('are told apart by the records of the shop: what the record of an order verified is true', async () => {
    const { seeds } = await simulate({ seed: 3, count: 40 });
    const [figures] = seeds;
    const verified = figures?.outcomes['resolved_verified'];
    expect(figures?.customers).toBe(40);
    expect(verified?.cases).toBeGreaterThan(0);
    expect(verified?.solved).toBe(verified?.cases);
    expect(figures?.solvedCustomers).toBeLessThan(40);
  }, 60_000);

  it.each(worlds)(
    'look better than they are, counted by containment, in the world of %s',
    async (world) => {
      const { overall } = await simulateBot({ ...quiet, count: 60, seeds: [1], world });
      expect(overall.containment.missesBy).toBeGreaterThan(0.1);
    },
    60_000,
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
  }, 60_000);
});
