/** Checks a bot's files again and again as `touchpoint check` does, from memory: each time another of them is edited. */
import { readHttpActions } from '../../../src/actions/http/read-http-actions.ts';
import type { LoadedActions } from '../../../src/actions/load-actions.ts';
import { configOf, type ReadConfig } from '../../../src/cli/config/read-config.ts';
import { withBotNames } from '../../../src/cli/editor/with-bot-names.ts';
import { markersOf } from '../../../src/cli/marking/markers-of.ts';
import { readMeasuresFile } from '../../../src/cli/measures/read-measures-file.ts';
import { readTests } from '../../../src/cli/testing/format/read-tests.ts';
import { createCompiler } from '../../../src/dialogs/compile/compile-bot.ts';
import type { Program } from '../../../src/dialogs/program.ts';
import type { Problem } from '../../../src/errors/problem.ts';
import type { SourceFile } from '../../../src/files/source-file.ts';
import { createIntentsReader, type IntentFiles } from '../../../src/intents/read-intents.ts';
import { readSimulation, readWording, simulationFile } from '../../../src/simulation/read-simulation.ts';

type Files = readonly SourceFile[];
type Specs = LoadedActions['specs'];

/** Problems of the bot in which one file has another text: of all of its files where it is one of those it is made of, else of this one. */
export type CheckAgain = (edited: SourceFile) => readonly Problem[];

export function checkAgain(files: Files, loaded: LoadedActions): CheckAgain {
  const compile = compiler(files, loaded);
  const bot = compile(files);
  const known = {
    action: [...loaded.specs.keys()],
    service: bot.services.map(({ name }) => name),
    dialog: [...bot.program.dialogs.keys()],
    intent: [...bot.intents.intents.keys()],
  };
  const simulated = files.find(({ path }) => path === simulationFile);
  const simulation = simulated && readSimulation(simulated, known).simulation;
  return (edited) => {
    const { path } = edited;
    if (path === simulationFile) return readSimulation(edited, known).problems;
    if (path.startsWith('simulation')) return simulation ? readWording(edited, simulation).problems : [];
    if (path.startsWith('measures/')) return readMeasuresFile(edited, 2).problems;
    const all = files.map((file) => (file.path === path ? edited : file));
    if (!path.startsWith('dialogs/tests/')) return compile(all).problems;
    const read = all.filter((file) => file.path === path || file.path.endsWith('/stubs.yaml'));
    return readTests(read, { program: bot.program, zone: bot.zone }).problems;
  };
}

type Compiled = Pick<ReadConfig, 'services'> & {
  readonly problems: readonly Problem[];
  readonly program: Program;
  readonly intents: IntentFiles;
  readonly zone: string;
};

function compiler(original: Files, loaded: LoadedActions): (files: Files) => Compiled {
  const compile = createCompiler();
  const readIntents = createIntentsReader();
  const readActions = httpReader(original, loaded);
  return (files) => {
    const { config, services, teams, problems } = configOf(files, {});
    const intents = readIntents(files.filter(({ path }) => path.startsWith('intents/')));
    const read = readActions(textOf(files), services);
    const { draft, problems: found } = compile(
      files.filter(({ path }) => !path.startsWith('dialogs/tests/')),
      vocabularyOf(intents, read.specs),
      { locale: config.locale, locales: config.locales, teams: Object.keys(config.desk.teams) },
    );
    const all = [...problems, ...markersOf(files).problems, ...read.problems, ...intents.problems, ...found];
    const named = { declared: read.declared, declaredResults: read.declaredResults };
    const around = { files, intents, actions: { ...loaded, ...named }, services, teams, draft };
    return { problems: withBotNames(around, all), program: draft, services, intents, zone: config.zone };
  };
}

function vocabularyOf({ intents, answers, entityTypes: entities }: IntentFiles, actions: Specs) {
  return { intents: new Map([...intents].map(([name, { where }]) => [name, where])), answers, entities, actions };
}

type ReadActions = Pick<ReturnType<typeof readHttpActions>, 'declared' | 'declaredResults' | 'problems'> & {
  readonly specs: Specs;
};

function httpReader(original: Files, { declared, specs }: LoadedActions) {
  const http = new Set(declared.map(({ name }) => name));
  return (text: string, services: ReadConfig['services']): ReadActions => {
    const named = { services: services.map(({ name }) => name), secrets: {} };
    const read = readHttpActions({ path: 'actions.yaml', text }, named);
    const others = [...specs].filter(([name]) => !http.has(name));
    const own = [...read.actions].map(([name, { spec }]) => [name, { name, ...spec }] as const);
    return { ...read, specs: text === textOf(original) ? specs : new Map([...others, ...own]) };
  };
}

function textOf(files: Files): string {
  return files.find(({ path }) => path === 'actions.yaml')?.text ?? '';
}
