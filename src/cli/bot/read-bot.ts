/**
 * A bot's folder, read and checked: everything but training and running.
 */
import { resolve } from 'node:path';
import { type LoadedActions, loadActions } from '../../actions/load-actions.ts';
import { compileBot } from '../../dialogs/compile/compile-bot.ts';
import type { Program } from '../../dialogs/program.ts';
import type { Problem } from '../../errors/problem.ts';
import type { SourceFile } from '../../files/source-file.ts';
import { type IntentFiles, readIntents } from '../../intents/read-intents.ts';
import type { Config } from '../config/config.ts';
import { type Environment, readConfig } from '../config/read-config.ts';
import { readBotFiles } from './read-bot-files.ts';

/**
 * @property services addresses by name; filled in when the services have started
 * @property program `undefined` when a problem is an error
 */
export type ReadBot = {
  readonly folder: string;
  readonly environment: Environment;
  readonly config: Config;
  readonly files: readonly SourceFile[];
  readonly services: Record<string, { url: string }>;
  readonly actions: LoadedActions;
  readonly intents: IntentFiles;
  readonly program: Program | undefined;
  readonly problems: readonly Problem[];
};

/** Told of what is known first, so that slow things can begin while the rest is read. */
export type Early = {
  onConfig?(config: Config, folder: string): void;
  onIntents?(intents: IntentFiles, config: Config, folder: string): void;
};

/** @throws TouchpointError BOT_NOT_FOUND */
export async function readBot(folder: string, environment: Environment, early: Early = {}): Promise<ReadBot> {
  const root = resolve(folder);
  const [files, { config, problems: configProblems }] = await Promise.all([
    readBotFiles(root),
    readConfig(root, environment),
  ]);
  early.onConfig?.(config, root);
  const intents = readIntents(files.filter(({ path }) => path.startsWith('intents/')));
  early.onIntents?.(intents, config, root);
  const services = Object.fromEntries(Object.keys(config.services).map((name) => [name, { url: '' }]));
  const actions = await loadActions(root, { services, environment });
  const { program, problems } = compileBot(files, vocabularyOf(intents, actions), config.locale);
  return {
    folder: root,
    environment,
    config,
    files,
    services,
    actions,
    intents,
    program,
    problems: [...configProblems, ...actions.problems, ...intents.problems, ...problems],
  };
}

function vocabularyOf({ intents, answers, entityTypes }: IntentFiles, { specs }: LoadedActions) {
  return {
    intents: new Map([...intents].map(([name, { where }]) => [name, where])),
    answers,
    entities: entityTypes,
    actions: specs,
  };
}
