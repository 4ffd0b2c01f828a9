import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { readSimulation, simulationFile } from '../../simulation/read-simulation.ts';
import type { Simulation } from '../../simulation/simulation-schema.ts';
import { invalidBot, type OpenedBot, openBot } from '../bot/open-bot.ts';
import type { Environment } from '../config/read-config.ts';
import { latestOf } from '../measures/read-measures.ts';
import { type Output, problemText } from '../process/output.ts';
import { type SeedFigures, seedFigures } from './figures/seed-figures.ts';
import { type Summary, summaryOf } from './figures/summary.ts';
import { runSeed } from './run-seed.ts';

export type Simulating = {
  readonly folder: string;
  readonly environment: Environment;
  readonly output: Output;
  readonly data: string;
  readonly count: number;
  readonly seeds: readonly number[];
};

export type Simulated = {
  readonly schema: 'simulate/1';
  readonly conversations: number;
  readonly overall: Summary;
  readonly seeds: readonly SeedFigures[];
};

/**
 * Runs each seed in a world of its own, with the bot's services started for it alone.
 *
 * @throws TouchpointError as `openBot`, and USAGE where the bot has no simulation.yaml
 */
export async function simulateBot({ folder, environment, output, data, count, seeds }: Simulating): Promise<Simulated> {
  const bot = await openBot({ folder, environment, output, isStarting: true, servicePort: 0 });
  const services = await bot.running;
  try {
    for (const [name, url] of Object.entries(services.urls)) bot.services[name] = { url };
    const simulation = await simulationOf(bot, output);
    const shared = {
      bot,
      simulation,
      understand: await bot.understanding,
      measures: latestOf(bot.history),
      data,
      count,
    };
    const figures: SeedFigures[] = [];
    const serviceUrl = services.urls[simulation.service.name] ?? '';
    for (const seed of seeds) figures.push(seedFigures(await runSeed({ ...shared, serviceUrl, seed })));
    return { schema: 'simulate/1', conversations: count, overall: summaryOf(figures), seeds: figures };
  } finally {
    await services.stop();
  }
}

async function simulationOf({ folder, actions, services }: OpenedBot, output: Output): Promise<Simulation> {
  const text = await readFile(join(folder, simulationFile), 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new TouchpointError('USAGE', `simulate: the bot has no ${simulationFile}`, {
      fix: 'write one beside touchpoint.yaml; see docs/simulate.md',
    });
  const known = { actions: [...actions.specs.keys()], services: Object.keys(services) };
  const { simulation, problems } = readSimulation({ path: simulationFile, text }, known);
  for (const problem of problems) output.err(problemText(problem));
  if (!simulation) throw invalidBot(folder, problems.length);
  return simulation;
}
