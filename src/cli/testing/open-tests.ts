import { sortProblems } from '../../errors/problem.ts';
import type { SourceFile } from '../../files/source-file.ts';
import { learn } from '../bot/learning/learn.ts';
import { modelFolder } from '../bot/learning/model-folder.ts';
import { createModels } from '../bot/learning/models.ts';
import { invalidBot } from '../bot/open-bot.ts';
import { createBotReader } from '../bot/read-bot.ts';
import type { Environment } from '../config/read-config.ts';
import { latestOf, requireMeasures } from '../measures/read-measures.ts';
import { type Output, problemText } from '../process/output.ts';
import { type ReadTests, readTests } from './format/read-tests.ts';
import type { TestedProgram } from './run-tests.ts';

/** A bot that is to be tested, with its tests. */
export type OpenedTests = ReadTests &
  TestedProgram & {
    readonly folder: string;
    readonly files: readonly SourceFile[];
    readonly zone: string;
  };

export type TestsReader = {
  readonly folder: string;
  /**
   * Reads the bot, and its measures, as it stands now; what has not changed since the last time is not read anew. Its services are not started: in a test actions answer as it
   * says.
   *
   * @throws TouchpointError BOT_NOT_FOUND; BOT_INVALID after all problems were shown
   */
  read(): Promise<OpenedTests>;
};

export type Reading = { readonly folder: string; readonly environment: Environment; readonly output: Output };

export function createTestsReader({ folder, environment, output }: Reading): TestsReader {
  const reader = createBotReader(folder, environment);
  const models = createModels(modelFolder(reader.folder), environment);
  return {
    folder: reader.folder,
    async read() {
      const { program, files, config, intents, problems } = await reader.read();
      const errors = sortProblems(problems).filter(({ severity }) => severity === 'error');
      for (const problem of errors) output.err(problemText(problem));
      if (!program || errors.length > 0) throw invalidBot(reader.folder, errors.length);
      const understand = await learn(models, intents, config);
      const { zone } = config;
      const measures = latestOf(await requireMeasures(reader.folder, output));
      const bot = { program, understand, measures, folder: reader.folder, files, zone };
      return { ...readTests(files, { program, zone }), ...bot };
    },
  };
}
