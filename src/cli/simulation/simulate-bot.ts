import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { readSimulation, simulationFile } from '../../simulation/read-simulation.ts';
import type { Simulation } from '../../simulation/simulation-schema.ts';
import { inWorld, type PlantedWorld } from '../../simulation/worlds.ts';
import { invalidBot, type OpenedBot, openBot } from '../bot/open-bot.ts';
import type { Environment } from '../config/read-config.ts';
import { latestOf } from '../measures/read-measures.ts';
import { type Output, problemText } from '../process/output.ts';
import { type SeedFigures, seedFigures } from './figures/seed-figures.ts';
import { type Summary, summaryOf } from './figures/summary.ts';
import { runSeed, type SeedRun } from './run-seed.ts';

/** @property simulated folder of the bot whose customers come, where they are another's; @property world one that is planted */
export type Simulating = {
  readonly folder: string;
  readonly simulated?: string;
  readonly environment: Environment;
  readonly output: Output;
  readonly data: string;
  readonly count: number;
  readonly seeds: readonly number[];
  readonly world?: PlantedWorld | undefined;
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
 * Runs each seed in a world of its own, with the bot's services started for it alone.
 *
 * @throws TouchpointError as `openBot`, and USAGE where there is no simulation.yaml
 */
export async function runBot(given: Simulating): Promise<readonly SeedRun[]> {
  const { folder, environment, output, data, count, seeds } = given;
  const bot = await openBot({ folder, environment, output, isStarting: true, servicePort: 0 });
  const services = await bot.running;
  try {
    for (const [name, url] of Object.entries(services.urls)) bot.services[name] = { url };
    const simulation = inWorld(await simulationOf(bot, given), given.world);
    const serviceUrl = services.urls[simulation.service.name] ?? '';
    const shared = { bot, simulation, serviceUrl, data, count, measures: latestOf(bot.history) };
    const understand = await bot.understanding;
    const runs: SeedRun[] = [];
    for (const seed of seeds) runs.push(await runSeed({ ...shared, understand, seed }));
    return runs;
  } finally {
    await services.stop();
  }
}

async function simulationOf({ folder, actions, services }: OpenedBot, given: Simulating): Promise<Simulation> {
  const { simulated = folder, output } = given;
  const text = await readFile(join(simulated, simulationFile), 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new TouchpointError('USAGE', `simulate: the bot has no ${simulationFile}`, {
      fix: 'write one beside touchpoint.yaml; see docs/simulate.md',
    });
  const known = { actions: [...actions.specs.keys()], services: Object.keys(services) };
  const { simulation, problems } = readSimulation({ path: simulationFile, text }, known);
  for (const problem of problems) output.err(problemText(problem));
  if (!simulation) throw invalidBot(simulated, problems.length);
  return simulation;
}
