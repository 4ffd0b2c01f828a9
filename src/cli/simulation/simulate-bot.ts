import type { Plants } from '../../simulation/draw-plants.ts';
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
  /** what `--plant` planted */
  readonly planted: Plants | null;
  readonly overall: Summary;
  readonly seeds: readonly SeedFigures[];
};

/** What a simulation found. Throws as `runBot`. */
export async function simulateBot(given: Simulating): Promise<Simulated> {
  const { runs, plants } = await runPlanted(given);
  const seeds = runs.map(seedFigures);
  const { count, world = null } = given;
  const overall = summaryOf(seeds);
  return { schema: 'simulate/1', conversations: count, world, planted: plants ?? null, overall, seeds };
}

/**
 * Runs each seed in worlds of its own, with the bot's services started for them alone.
 *
 * @throws TouchpointError as `prepare`, and SERVICE_FAILED
 */
export async function runBot(given: Simulating): Promise<readonly SeedRun[]> {
  return (await runPlanted(given)).runs;
}

/** @property plants what `plant` chose */
type Ran = { readonly runs: readonly SeedRun[]; readonly plants: Plants | undefined };

/** The same, with what was planted. */
export async function runPlanted({ output, data, count, seeds, ...about }: Simulating): Promise<Ran> {
  const prepared = await prepare({ ...about, output });
  await prepared.bot.understanding;
  const worlds = seeds.length * worldsOf(0, count).length;
  const pool = await openPool(prepared, { ...about, data, worlds });
  try {
    const runs = await Promise.all(seeds.map((seed) => runSeed(pool, prepared, { seed, count })));
    return { runs, plants: prepared.plants };
  } finally {
    await pool.close();
  }
}
