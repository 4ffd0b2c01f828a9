import type { Program } from '../../dialogs/program.ts';
import { sortProblems } from '../../errors/problem.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Understand } from '../../intents/create-understand.ts';
import type { Environment } from '../config/read-config.ts';
import { type MeasuresHistory, readMeasures } from '../measures/read-measures.ts';
import { type Output, problemText } from '../process/output.ts';
import { type Services, startServices } from '../process/start-services.ts';
import { learn } from './learning/learn.ts';
import { modelFolder } from './learning/model-folder.ts';
import { createModels, type Models } from './learning/models.ts';
import { type BotReader, createBotReader, type ReadBot } from './read-bot.ts';

/** A bot without errors in its files; its understanding and its services are on their way. */
export type OpenedBot = ReadBot & {
  readonly program: Program;
  readonly understanding: Promise<Understand>;
  readonly models: Models;
  readonly reader: BotReader;
  readonly running: Promise<Services>;
  readonly history: MeasuresHistory;
};

export type Opening = {
  readonly folder: string;
  readonly environment: Environment;
  readonly output: Output;
  /** whether services of the bot are started here, or run elsewhere */
  readonly isStarting: boolean;
  /** where services listen; `undefined`: as configured */
  readonly servicePort?: number;
};

/**
 * Reads a bot that is to run; what is wrong with its files is shown on stderr. Services and training begin as soon as the files that say so are read.
 *
 * @throws TouchpointError BOT_NOT_FOUND; BOT_INVALID after all problems were shown
 */
export async function openBot({ folder, environment, output, isStarting, servicePort }: Opening): Promise<OpenedBot> {
  const understanding = Promise.withResolvers<Understand>();
  const running = Promise.withResolvers<Services>();
  const reader = createBotReader(folder, environment);
  const models = createModels(modelFolder(reader.folder), environment);
  const bot = await reader.read({
    onConfig({ services }, botFolder) {
      const given = servicePort === undefined ? services : withPort(services, servicePort);
      running.resolve(startServices({ botFolder, services: given, environment, isStarting }));
    },
    onIntents: (intents, config) => understanding.resolve(learn(models, intents, config)),
  });
  understanding.promise.catch(() => {});
  running.promise.catch(() => {});
  const { history, problems } = await readMeasures(reader.folder);
  const errors = sortProblems([...bot.problems, ...problems]).filter(({ severity }) => severity === 'error');
  for (const problem of errors) output.err(problemText(problem));
  if (errors.length === 0 && bot.program) {
    const { program } = bot;
    return { ...bot, program, understanding: understanding.promise, models, reader, running: running.promise, history };
  }
  await running.promise.then(
    (services) => services.stop(),
    () => {},
  );
  throw invalidBot(bot.folder, errors.length);
}

function withPort(services: ReadBot['config']['services'], port: number): ReadBot['config']['services'] {
  return Object.fromEntries(Object.entries(services).map(([name, service]) => [name, { ...service, port }]));
}

/** A bot whose problems were shown, and which cannot run with them. */
export function invalidBot(folder: string, count: number): TouchpointError {
  const errors = `${count} error${count === 1 ? '' : 's'}`;
  return new TouchpointError('BOT_INVALID', `the bot in '${folder}' has ${errors} in its files`, {
    fix: 'mend what is listed above; `touchpoint check` lists it again',
  });
}
