/** A bot and the customers who come to it, read and checked, with the service they all rest on. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Answering } from '../../../actions/load-actions.ts';
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import type { SourceFile } from '../../../files/source-file.ts';
import { drawPlants, type Plants } from '../../../simulation/draw-plants.ts';
import {
  type ReadSimulation,
  readSimulation,
  readWording,
  simulationFile,
  wordingFile,
} from '../../../simulation/read-simulation.ts';
import type { Simulation } from '../../../simulation/simulation-schema.ts';
import { inWorld, type PlantedWorld } from '../../../simulation/worlds.ts';
import { invalidBot, type OpenedBot, openBot } from '../../bot/open-bot.ts';
import type { Environment } from '../../config/read-config.ts';
import { type Output, problemText } from '../../process/output.ts';
import { startServices } from '../../process/start-services.ts';

/**
 * @property simulated folder of the bot whose customers come, where they are another's
 * @property world one that is planted; @property plant problems to plant, by seed
 */
export type Preparing = {
  readonly folder: string;
  readonly simulated?: string | undefined;
  readonly environment: Environment;
  readonly output: Output;
  readonly world?: PlantedWorld | undefined;
  readonly plant?: number | undefined;
};

/** @property inLanguages the same simulation in the wording of each of its languages */
export type Prepared = {
  readonly bot: OpenedBot;
  readonly simulation: Simulation;
  readonly inLanguages: ReadonlyMap<string, Simulation>;
  readonly plants: Plants | undefined;
};

/** @throws TouchpointError as `openBot`, and USAGE where there is no simulation.yaml */
export async function prepare(given: Preparing): Promise<Prepared> {
  const { folder, environment, output } = given;
  const bot = await openBot({ folder, environment, output, isStarting: false });
  const { actions, services } = bot;
  const known = {
    action: [...actions.specs.keys()],
    service: Object.keys(services),
    dialog: [...bot.program.dialogs.keys()],
    intent: [...bot.intents.intents.keys()],
  };
  const read = reader({ ...given, simulated: given.simulated ?? bot.folder });
  const simulation = inWorld(await read(simulationFile, (file) => readSimulation(file, known)), given.world);
  const inLanguages = new Map([[bot.config.locale, simulation]]);
  for (const language of Object.keys(simulation.languages)) {
    if (inLanguages.has(language)) continue;
    inLanguages.set(language, await read(wordingFile(language), (file) => readWording(file, simulation)));
  }
  const { plant } = given;
  const plants = plant === undefined ? undefined : drawPlants(simulation, bot.config.locale, plant);
  return { bot, simulation, inLanguages, plants };
}

type Read = (path: string, parse: (file: SourceFile) => ReadSimulation) => Promise<Simulation>;

/** Shows what is wrong with a file. */
function reader({ simulated, output }: Preparing & { readonly simulated: string }): Read {
  return async (path, parse) => {
    const text = await readFile(join(simulated, path), 'utf8').catch(() => undefined);
    if (text === undefined)
      throw new TouchpointError('USAGE', `simulate: the bot has no ${path}`, {
        fix: 'write one beside touchpoint.yaml; see docs/simulate.md',
      });
    const { simulation, problems } = parse({ path, text });
    for (const problem of problems) output.err(problemText(problem));
    if (!simulation) throw invalidBot(simulated, problems.length);
    return simulation;
  };
}

/** @property fetch asks the service, wherever it runs */
export type RunningService = { readonly url: string; readonly fetch: Answering; stop(): Promise<void> };

/**
 * Starts the service whose records are the truth, and the bot's other ones, for this alone.
 *
 * @throws TouchpointError SERVICE_FAILED where one does not start
 */
export async function startService(
  { bot, simulation: { service } }: Pick<Prepared, 'bot' | 'simulation'>,
  environment: Environment,
): Promise<RunningService> {
  const answer = service.inside === undefined ? undefined : await insideOf(bot.folder, service.inside);
  const started = Object.entries(bot.config.services)
    .filter(([name]) => answer === undefined || name !== service.name)
    .map(([name, one]) => [name, { ...one, port: 0 }] as const);
  const running = await startServices({
    botFolder: bot.folder,
    services: Object.fromEntries(started),
    environment,
    isStarting: true,
  });
  for (const [name, url] of Object.entries(running.urls)) bot.services[name] = { url };
  const stop = (): Promise<void> => running.stop();
  if (!answer) return { url: running.urls[service.name] ?? '', fetch, stop };
  const url = `http://${service.name}.inside`;
  bot.services[service.name] = { url, answer };
  return { url, fetch: answer, stop };
}

const insideModule = z.object({ createService: z.custom<() => Answering>((made) => typeof made === 'function') });

async function insideOf(folder: string, file: string): Promise<Answering> {
  const path = resolve(folder, file);
  const loaded: unknown = await import(pathToFileURL(path).href).catch((cause: unknown) => {
    throw noService(file, cause);
  });
  const { data, error } = insideModule.safeParse(loaded);
  if (!data) throw noService(file, error);
  return data.createService();
}

function noService(file: string, cause: unknown): TouchpointError {
  return new TouchpointError('SERVICE_FAILED', `simulation.yaml names ${file}, which makes no service`, {
    fix: 'export a function createService() from it that gives a function like fetch; or leave `inside` out',
    cause,
  });
}
