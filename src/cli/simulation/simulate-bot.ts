import type { PlantedWorld } from '../../simulation/worlds.ts';
import { type SeedFigures, seedFigures } from './figures/seed-figures.ts';
import { type Summary, summaryOf } from './figures/summary.ts';
import { openPool } from './lanes/open-pool.ts';
import { type Preparing, prepare } from './lanes/prepare.ts';
import { runSeed, type SeedRun, worldsOf } from './run-seed.ts';

/** @property count customers of each seed */
export type Simulating = Preparing & {
  readonly data: string;
  readonly count: number;
  readonly seeds: readonly number[];
};

export type Simulated = {
  readonly schema: 'simulate/1';
  readonly conversations: number;
  readonly world: PlantedWorld | null;
  readonly overall: Summary;
  readonly seeds: readonly SeedFigures[];
};

/** What a simulation found. Throws as `runBot`. */
export async function simulateBot(given: Simulating): Promise<Simulated> {
  const seeds = (await runBot(given)).map(seedFigures);
  const { count, world = null } = given;
  return { schema: 'simulate/1', conversations: count, world, overall: summaryOf(seeds), seeds };
}

/**
 * Runs each seed in worlds of its own, with the bot's services started for them alone.
 *
 * @throws TouchpointError as `prepare`, and SERVICE_FAILED
 */
export async function runBot({ output, data, count, seeds, ...about }: Simulating): Promise<readonly SeedRun[]> {
  const prepared = await prepare({ ...about, output });
  await prepared.bot.understanding;
  const worlds = seeds.length * worldsOf(0, count).length;
  const pool = await openPool(prepared, { ...about, data, worlds });
  try {
    return await Promise.all(seeds.map((seed) => runSeed(pool, prepared, { seed, count })));
  } finally {
    await pool.close();
  }
}
