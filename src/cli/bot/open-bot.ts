import type { Program } from '../../dialogs/program.ts';
import { sortProblems } from '../../errors/problem.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Environment } from '../config/read-config.ts';
import { type Output, problemText } from '../process/output.ts';
import { type ReadBot, readBot } from './read-bot.ts';

/** A bot without errors in its files. */
export type OpenedBot = ReadBot & { readonly program: Program };

/**
 * Reads a bot that is to run; what is wrong with its files is shown on stderr.
 *
 * @throws TouchpointError BOT_NOT_FOUND; BOT_INVALID after all problems were shown
 */
export async function openBot(given: {
  readonly folder: string;
  readonly environment: Environment;
  readonly output: Output;
}): Promise<OpenedBot> {
  const bot = await readBot(given.folder, given.environment);
  const errors = sortProblems(bot.problems).filter(({ severity }) => severity === 'error');
  for (const problem of errors) given.output.err(problemText(problem));
  if (errors.length > 0 || !bot.program) throw invalid(bot.folder, errors.length);
  return { ...bot, program: bot.program };
}

function invalid(folder: string, count: number): TouchpointError {
  return new TouchpointError(
    'BOT_INVALID',
    `the bot in '${folder}' has ${count} error${count === 1 ? '' : 's'} in its files`,
    {
      fix: 'mend what is listed above; `touchpoint check` lists it again',
    },
  );
}
