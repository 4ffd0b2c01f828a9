/**
 * `touchpoint test`: runs the conversation tests of a bot, or turns a real conversation into one.
 */
import { performance } from 'node:perf_hooks';
import { nearest } from '../../errors/nearest.ts';
import { type Problem, sortProblems } from '../../errors/problem.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { createUnderstand } from '../../intents/create-understand.ts';
import { openBot } from '../bot/open-bot.ts';
import { type Called, type Command, isSet, textOf } from '../command.ts';
import { botOption, dataOption, jsonOption } from '../options.ts';
import { problemText } from '../process/output.ts';
import { type ReadTests, readTests } from '../testing/format/read-tests.ts';
import { renderRun } from '../testing/output/render-run.ts';
import { type Printed, toJson } from '../testing/output/to-json.ts';
import { runTests, type TestedProgram } from '../testing/run-tests.ts';
import type { ConversationTest } from '../testing/test.ts';

export const command: Command = {
  name: 'test',
  summary: "Runs the bot's conversation tests",
  arguments: 'NAME',
  options: {
    bot: botOption,
    json: jsonOption,
    coverage: { type: 'boolean', about: 'lists the steps and branches no test reaches' },
  },
  run: test,
};

export type OpenedTests = { readonly bot: TestedProgram; readonly tests: ReadTests };

async function test(called: Called): Promise<number> {
  const began = performance.now();
  const { bot, tests } = await openTests(called);
  const chosen = choose(tests, called.positionals[0]);
  const prepareSeconds = (performance.now() - began) / 1000;
  const run = await runTests(chosen.tests, bot);
  const printed: Printed = { run, broken: brokenFiles(chosen.problems), prepareSeconds, withCoverage: isSet(called, 'coverage') };
  for (const problem of sortProblems(chosen.problems)) called.output.err(problemText(problem));
  called.output.out(isSet(called, 'json') ? toJson(printed) : renderRun(printed, { colour: isColoured(called) }));
  return run.results.every(({ ok }) => ok) && printed.broken.size === 0 ? 0 : 1;
}

async function openTests(called: Called): Promise<OpenedTests> {
  const { environment, output } = called;
  const opened = await openBot({ folder: textOf(called, 'bot') ?? '.', environment, output, isStarting: false });
  const { program, files, config, intents } = opened;
  const tests = readTests(files, { program, zone: config.zone });
  const understand = createUnderstand({ model: await opened.model, entities: intents.entities });
  return { bot: { program, understand }, tests };
}

/** Tests whose name or file holds the text. @throws TouchpointError USAGE where there are none */
function choose({ tests, problems }: ReadTests, wanted: string | undefined): ReadTests {
  if (tests.length === 0 && problems.length === 0) {
    throw new TouchpointError('USAGE', 'test: this bot has no conversation tests', {
      fix: 'write one as dialogs/tests/NAME.test.yaml, or make one of a real conversation with --record',
    });
  }
  if (wanted === undefined) return { tests, problems };
  const isWanted = (text: string) => text.toLowerCase().includes(wanted.toLowerCase());
  const chosen = {
    tests: tests.filter(({ name, file }) => isWanted(name) || isWanted(file)),
    problems: problems.filter(({ file }) => isWanted(file)),
  };
  if (chosen.tests.length + chosen.problems.length > 0) return chosen;
  throw new TouchpointError('USAGE', `test: no test has '${wanted}' in its name or file`, { fix: nearestTest(tests, wanted) });
}

function nearestTest(tests: readonly ConversationTest[], wanted: string): string {
  const words = tests.flatMap(({ name, file }) => [name, ...name.split(/\s+/), file]);
  const near = nearest(wanted, words);
  return near ? `did you mean '${near}'?` : 'leave it out to run all tests';
}

/** Files that hold an error: what stands in them was not run, and must not pass for tested. */
function brokenFiles(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  return Map.groupBy(
    sortProblems(problems).filter(({ severity }) => severity === 'error'),
    ({ file }) => file,
  );
}

function isColoured({ environment }: Called): boolean {
  return process.stdout.isTTY && !environment['NO_COLOR'];
}
