import { createUnderstand } from '../../intents/create-understand.ts';
import { openBot, type OpenedBot } from '../bot/open-bot.ts';
import type { Environment } from '../config/read-config.ts';
import type { Output } from '../process/output.ts';
import { type ReadTests, readTests } from './format/read-tests.ts';
import type { TestedProgram } from './run-tests.ts';

export type OpenedTests = ReadTests & TestedProgram & { readonly bot: OpenedBot };

/**
 * A bot that is to be tested, with its tests. Its services stay where they are: in a test actions answer as it says.
 *
 * @throws TouchpointError BOT_NOT_FOUND; BOT_INVALID after all problems were shown
 */
export async function openTests(given: {
  readonly folder: string;
  readonly environment: Environment;
  readonly output: Output;
}): Promise<OpenedTests> {
  const bot = await openBot({ ...given, isStarting: false });
  const { program, files, config, intents } = bot;
  const tests = readTests(files, { program, zone: config.zone });
  const understand = createUnderstand({ model: await bot.model, entities: intents.entities });
  return { ...tests, program, understand, bot };
}
