/**
 * A bot's folder, read and checked: everything but training and running.
 */
import { resolve } from 'node:path';
import { type LoadedActions, loadActions, type Service } from '../../actions/load-actions.ts';
import { type BotSetting, createCompiler, isDialogFile } from '../../dialogs/compile/compile-bot.ts';
import type { Vocabulary } from '../../dialogs/compile/vocabulary.ts';
import { builtInBy, builtInFiles, type DocumentsOf } from '../../dialogs/defaults/built-in.ts';
import type { Program } from '../../dialogs/program.ts';
import type { Problem } from '../../errors/problem.ts';
import { readYamlStream } from '../../files/read-yaml.ts';
import type { SourceFile } from '../../files/source-file.ts';
import { createIntentsReader, type IntentFiles } from '../../intents/read-intents.ts';
import { missingLanguages } from '../../intents/reading/missing-languages.ts';
import type { Config } from '../config/config.ts';
import { hoursOf } from '../config/hours-of.ts';
import { noticingOf } from '../config/noticing-of.ts';
import { configOf, type Environment } from '../config/read-config.ts';
import { surveysOf } from '../config/surveys-of.ts';
import { withBotNames } from '../editor/with-bot-names.ts';
import { type BotMarkers, markersOf } from '../marking/markers-of.ts';
import { buildId } from './build-id.ts';
import { issueRules } from './issue-rules.ts';
import { keptIntents, type ReadIntents } from './learning/kept-intents.ts';
import { intentsFolder, parsesFile } from './learning/model-folder.ts';
import { type KeptParses, keptParses } from './parsing/kept-parses.ts';
import type { ParsedFiles } from './parsing/parse-beside.ts';
import { parseUnknown } from './parsing/parse-unknown.ts';
import { readBotFiles } from './read-bot-files.ts';

/**
 * @property services addresses by name; filled in when the services have started
 * @property program `undefined` when a problem is an error
 */
export type ReadBot = Compiled & {
  readonly folder: string;
  readonly environment: Environment;
  readonly config: Config;
  readonly files: readonly SourceFile[];
  readonly services: Record<string, Service>;
  readonly actions: LoadedActions;
  readonly markers: BotMarkers['markers'];
};

/** What a bot's texts mean, without its actions' code. */
export type Compiled = {
  readonly intents: IntentFiles;
  readonly program: Program | undefined;
  /** the program as far as it could be made, whatever is wrong with it */
  readonly draft: Program;
  readonly problems: readonly Problem[];
};

/** Told of what is known first, so that slow things can begin while the rest is read. */
export type Early = {
  onConfig?(config: Config, folder: string): void;
  onIntents?(intents: IntentFiles, config: Config, folder: string): void;
};

/** Reads one bot again and again; what has not changed is not read anew. */
export type BotReader = {
  readonly folder: string;
  /** @throws TouchpointError BOT_NOT_FOUND */
  read(early?: Early): Promise<ReadBot>;
  /**
   * A program of another time from its files. Of actions only today's exist, so one that is gone is no error: it fails when it is called.
   *
   * @param specs today's actions
   */
  readStored(files: readonly SourceFile[], specs: ActionSpecs): Stored;
};

/** @property error why this release cannot read it */
export type Stored = Pick<Compiled, 'intents'> & {
  readonly config: Config;
  readonly program: Program;
  readonly error: Problem | undefined;
};

const ofToday: readonly Problem['code'][] = ['DIALOG_UNKNOWN_ACTION', 'TEAM_UNKNOWN'];

type ActionSpecs = LoadedActions['specs'];

/** What was read of a bot before. */
type Kept = { readonly readIntents: ReadIntents; readonly parses: KeptParses };

/** Reads the bot as it stands in its folder; what is made of its files is kept beside them for the next time. */
export function createBotReader(folder: string, environment: Environment): BotReader {
  const root = resolve(folder);
  return createReader(root, environment, keptIn(root, buildId()));
}

function keptIn(root: string, build: string | undefined): Kept {
  if (build === undefined) return nothingKept();
  return { readIntents: keptIntents(intentsFolder(root), build), parses: keptParses(parsesFile(root), build) };
}

function nothingKept(): Kept {
  return { readIntents: createIntentsReader(), parses: { recall: () => new Map(), keep: () => {} } };
}

/** Reads versions of the bot from elsewhere. */
export function createVersionsReader(folder: string, environment: Environment): BotReader {
  return createReader(resolve(folder), environment, nothingKept());
}

function createReader(root: string, environment: Environment, { readIntents, parses }: Kept): BotReader {
  let ahead: ParsedFiles = new Map();
  let isFirst = true;
  const documentsOf: DocumentsOf = (file) => readYamlStream(file, ahead.get(file));
  const compile = createCompiler(documentsOf, builtInBy(documentsOf));
  const services: Record<string, Service> = {};
  const load = rememberActions(root, { services, environment });

  function readTexts(files: readonly SourceFile[], early: Early) {
    const configured = configOf(files, environment);
    early.onConfig?.(configured.config, root);
    const intents = readIntents(files.filter(({ path }) => path.startsWith('intents/')));
    early.onIntents?.(intents, configured.config, root);
    return { ...configured, intents };
  }

  return {
    folder: root,
    async read(early = {}) {
      const files = await readBotFiles(root);
      const parsed = isFirst
        ? parseUnknown(parses, [...builtInFiles, ...files.filter(({ path }) => isDialogFile(path))])
        : nothing;
      isFirst = false;
      const { config, services: named, teams, problems, intents } = readTexts(files, early);
      for (const { name } of named) services[name] ??= { url: '' };
      const actions = await load(files);
      ahead = await parsed();
      const compiled = compile(files, vocabularyOf(intents, actions, config), settingOf(config));
      ahead = new Map();
      const lacking = missingLanguages(intents, config);
      const marked = markersOf(files);
      const all = [
        ...problems,
        ...marked.problems,
        ...actions.problems,
        ...intents.problems,
        ...lacking,
        ...compiled.problems,
      ];
      const { program, draft } = compiled;
      const told = withBotNames({ files, intents, actions, services: named, teams, draft }, all);
      return {
        folder: root,
        environment,
        config,
        files,
        services,
        actions,
        intents,
        program,
        draft,
        markers: marked.markers,
        problems: told,
      };
    },
    readStored(files, specs) {
      const { config, intents } = readTexts(files, {});
      const { draft, problems } = compile(files, vocabularyOf(intents, { specs }, config), settingOf(config));
      // of actions and teams only today's exist
      const error = problems.find(({ severity, code }) => severity === 'error' && !ofToday.includes(code));
      return { config, intents, program: draft, error };
    },
  };
}

const nothing = async (): Promise<ParsedFiles> => new Map();

/** @throws TouchpointError BOT_NOT_FOUND */
export function readBot(folder: string, environment: Environment, early: Early = {}): Promise<ReadBot> {
  return createBotReader(folder, environment).read(early);
}

function settingOf(config: Config): BotSetting {
  return {
    locale: config.locale,
    locales: config.locales,
    zone: config.zone,
    hours: hoursOf(config),
    surveys: surveysOf(config),
    noticing: noticingOf(config),
    teams: Object.keys(config.desk.teams),
  };
}

type ActionsConfig = Parameters<typeof loadActions>[1];

/** Actions are loaded anew only when one of their files, or the services they may call, have changed. */
function rememberActions(
  root: string,
  config: ActionsConfig,
): (files: readonly SourceFile[]) => Promise<LoadedActions> {
  let before: { readonly key: string; readonly actions: Promise<LoadedActions> } | undefined;
  return (files) => {
    const theirs = files.filter(({ path }) => path.startsWith('actions/') || path === 'actions.yaml');
    const key = JSON.stringify([theirs, Object.keys(config.services)]);
    if (before?.key !== key) before = { key, actions: loadActions(root, config) };
    return before.actions;
  };
}

/** Where an intent is declared in several languages, that of the bot's own counts first. */
function vocabularyOf(
  { intents, answers, languages, entityTypes, entities }: IntentFiles,
  { specs }: Pick<LoadedActions, 'specs'>,
  { locale }: Pick<Config, 'locale'>,
): Vocabulary {
  const own = languages.get(locale);
  const others = [...languages].filter(([language]) => language !== locale);
  return {
    intents: new Map([...intents, ...(own?.intents ?? [])].map(([name, { where }]) => [name, where])),
    answers: new Map([...answers, ...(own?.answers ?? [])]),
    answersIn: new Map(others.map(([language, declared]) => [language, declared.answers])),
    entities: entityTypes,
    actions: specs,
    issues: issueRules({ intents, entities }),
  };
}
